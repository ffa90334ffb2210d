PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('data','d');
INSERT INTO meta VALUES('icu','72.1');
INSERT INTO meta VALUES('offsets','scalar');
INSERT INTO meta VALUES('schema','warraq.sqlite/1');
INSERT INTO meta VALUES('search','normalization preset search');
INSERT INTO meta VALUES('unicode','15.0');
INSERT INTO meta VALUES('warraq','1.2.3');
CREATE TABLE documents (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL,
  sha256 TEXT NOT NULL, encoding TEXT NOT NULL, title TEXT, author TEXT, published TEXT,
  length INTEGER NOT NULL, text TEXT NOT NULL, meta TEXT);
INSERT INTO documents VALUES(1,'memo.txt','memo.txt',1,'dac0cd2c623feaf85951b340303bdc7ae53c04d0b5a0a71f4bb1d52842d76ff0','utf-8','ندوة: العراق بعد الانتخابات','حسن كمال','2021-03-03',366,replace('ندوة: العراق بعد الانتخابات\n\nبقلم: د. حسن كمال\n3 مارس 2021\n\nقال وزير الخارجية الفرنسي جان إيف لودريان في القاهرة إن فرنسا وألمانيا «تدعمان العراق». وأضاف، في 12 رمضان 1445هـ، أن تنظيم "داعش" خسر مواقعه من 2014 إلى 2017.\n\nأولاً: الأسباب\n1. تأمين الحدود: استمر ذلك	ستة أشهر | حتى نهاية عام 2020 😀 & <قبل> ولفرنسا دور.\n\nالهوامش:\n(1) تقرير الأمم المتحدة، نيويورك، 2019.\n','\n',char(10)),NULL);
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
  number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL);
INSERT INTO sentences VALUES(1,1,1,0,27,'ندوة: العراق بعد الانتخابات');
INSERT INTO sentences VALUES(2,1,2,29,46,'بقلم: د. حسن كمال');
INSERT INTO sentences VALUES(3,1,3,47,58,'3 مارس 2021');
INSERT INTO sentences VALUES(4,1,4,60,147,'قال وزير الخارجية الفرنسي جان إيف لودريان في القاهرة إن فرنسا وألمانيا «تدعمان العراق».');
INSERT INTO sentences VALUES(5,1,5,148,219,'وأضاف، في 12 رمضان 1445هـ، أن تنظيم "داعش" خسر مواقعه من 2014 إلى 2017.');
INSERT INTO sentences VALUES(6,1,6,221,235,'أولاً: الأسباب');
INSERT INTO sentences VALUES(7,1,7,236,315,'1. تأمين الحدود: استمر ذلك	ستة أشهر | حتى نهاية عام 2020 😀 & <قبل> ولفرنسا دور.');
INSERT INTO sentences VALUES(8,1,8,317,325,'الهوامش:');
INSERT INTO sentences VALUES(9,1,9,326,365,'(1) تقرير الأمم المتحدة، نيويورك، 2019.');
CREATE TABLE entities (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, name TEXT NOT NULL,
  type TEXT NOT NULL, canonical TEXT NOT NULL, "key" TEXT NOT NULL, mentions INTEGER NOT NULL,
  iso3166 TEXT, wikidata TEXT, gazetteer TEXT);
INSERT INTO entities VALUES(1,1,'e1','LOC','العراق','iso:IQ',2,'IQ','Q796',NULL);
INSERT INTO entities VALUES(2,1,'e2','PER','حسن كمال','name/per/حسن-كمال',1,NULL,NULL,NULL);
INSERT INTO entities VALUES(3,1,'e3','PER','جان إيف لودريان','per/jean-yves-le-drian',1,NULL,NULL,NULL);
INSERT INTO entities VALUES(4,1,'e4','LOC','القاهرة','loc/cairo',1,NULL,NULL,NULL);
INSERT INTO entities VALUES(5,1,'e5','LOC','فرنسا','iso:FR',2,'FR','Q142',NULL);
INSERT INTO entities VALUES(6,1,'e6','LOC','ألمانيا','iso:DE',1,'DE','Q183',NULL);
INSERT INTO entities VALUES(7,1,'e7','ORG','تنظيم الدولة الإسلامية','org/islamic-state',1,NULL,NULL,NULL);
INSERT INTO entities VALUES(8,1,'e8','ORG','منظمة الأمم المتحدة','org/united-nations',1,NULL,NULL,NULL);
INSERT INTO entities VALUES(9,1,'e9','LOC','نيويورك','loc/new-york',1,NULL,NULL,NULL);
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
  entity INTEGER NOT NULL REFERENCES entities, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, type TEXT NOT NULL, region TEXT, confidence REAL NOT NULL,
  rule TEXT NOT NULL, role TEXT);
INSERT INTO mentions VALUES(1,1,1,6,12,'العراق','LOC','title',0.96999999999999997335,'lexicon.sure',NULL);
INSERT INTO mentions VALUES(2,1,2,38,46,'حسن كمال','PER','byline',0.92000000000000003996,'person.title','د.');
INSERT INTO mentions VALUES(3,1,3,86,101,'جان إيف لودريان','PER','body',0.96999999999999997335,'lexicon.sure','وزير الخارجية الفرنسي');
INSERT INTO mentions VALUES(4,1,4,105,112,'القاهرة','LOC','body',0.96999999999999997335,'lexicon.sure',NULL);
INSERT INTO mentions VALUES(5,1,5,116,121,'فرنسا','LOC','body',0.96999999999999997335,'lexicon.sure',NULL);
INSERT INTO mentions VALUES(6,1,6,123,130,'ألمانيا','LOC','body',0.96999999999999997335,'lexicon.sure',NULL);
INSERT INTO mentions VALUES(7,1,1,139,145,'العراق','LOC','body',0.96999999999999997335,'lexicon.sure',NULL);
INSERT INTO mentions VALUES(8,1,7,185,189,'داعش','ORG','body',0.96999999999999997335,'lexicon.sure',NULL);
INSERT INTO mentions VALUES(9,1,5,305,310,'فرنسا','LOC','body',0.96999999999999997335,'lexicon.sure',NULL);
INSERT INTO mentions VALUES(10,1,8,336,349,'الأمم المتحدة','ORG','notes',0.96999999999999997335,'lexicon.sure',NULL);
INSERT INTO mentions VALUES(11,1,9,351,358,'نيويورك','LOC','notes',0.96999999999999997335,'lexicon.sure',NULL);
CREATE TABLE timexes (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, type TEXT NOT NULL,
  value TEXT NOT NULL, mod TEXT, orig TEXT, anchor TEXT NOT NULL, rule TEXT NOT NULL,
  region TEXT);
INSERT INTO timexes VALUES(1,1,47,58,'3 مارس 2021','DATE','2021-03-03',NULL,NULL,'text','gregorian.day-month-year','date');
INSERT INTO timexes VALUES(2,1,158,173,'12 رمضان 1445هـ','DATE','2024-03-22',NULL,'1445-09-12','text','hijri.date','body');
INSERT INTO timexes VALUES(3,1,205,218,'2014 إلى 2017','INTERVAL','2014/2017',NULL,NULL,'text','gregorian.range','body');
INSERT INTO timexes VALUES(4,1,263,271,'ستة أشهر','DURATION','P6M',NULL,NULL,'text','time.duration','body');
INSERT INTO timexes VALUES(5,1,278,292,'نهاية عام 2020','DATE','2020','END',NULL,'text','gregorian.year','body');
INSERT INTO timexes VALUES(6,1,360,364,'2019','DATE','2019',NULL,NULL,'text','gregorian.year','notes');
COMMIT;
