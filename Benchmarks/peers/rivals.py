"""The rivals that Scripts/bench-peers measures: what is installed, what is called, what that does.

A rival is a package of PyPI with the calls for the tasks it can do. A call's code runs in the rival's
own process and leaves a function `do` that takes a document's text and returns what is counted. What
it needs to be ready (patterns compiled, data read) is made before and not measured.
"""
from dataclasses import dataclass, field

@dataclass
class Call:
    """One way of doing a task."""
    task: str
    does: str
    code: str


@dataclass
class Rival:
    """A package with its calls."""
    name: str
    package: str
    calls: list[Call] = field(default_factory=list)
    # What is installed for it; `--no-deps` leaves out models' frameworks that the calls never load.
    install: list[str] = field(default_factory=list)


RIVALS = [
    Rival("CAMeL Tools", "camel-tools", [
        Call("tokenization", "words and marks; no offsets", """
from camel_tools.tokenizers.word import simple_word_tokenize as do
"""),
        Call("dediacritization", "vowel marks", """
from camel_tools.utils.dediac import dediac_ar as do
"""),
        Call("search normalization", "marks, alef, ى, ة; no digits, tatweel, marks of punctuation", """
from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import (
    normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar)
def do(text):
    return normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(text))))
"""),
    ], install=["--no-deps", "camel-tools", "emoji", "future", "six", "docopt", "cachetools",
                "editdistance", "dill", "pyrsistent", "tabulate", "tqdm", "muddler"]),
    Rival("PyArabic", "pyarabic", [
        Call("tokenization", "words by white space, marks apart; no offsets", """
from pyarabic.araby import tokenize as do
"""),
        Call("dediacritization", "vowel marks", """
from pyarabic.araby import strip_tashkeel as do
"""),
        Call("search normalization", "marks, tatweel, hamza, ة, ى; no digits, punctuation", """
from pyarabic.araby import (
    normalize_alef, normalize_hamza, normalize_ligature, normalize_teh, strip_tashkeel,
    strip_tatweel)
def do(text):
    text = normalize_ligature(strip_tatweel(strip_tashkeel(text)))
    return normalize_teh(normalize_hamza(normalize_alef(text)))
"""),
        Call("sentence splitting", "by marks, the colon and the comma among them", """
from pyarabic.araby import sentence_tokenize as do
"""),
        Call("entity extraction", "names of persons with بن alone; no types, offsets", """
from pyarabic.named import extract_named as do
"""),
    ]),
    Rival("spaCy", "spacy", [
        Call("tokenization", "words and marks with offsets (blank `ar`)", """
import spacy
do = spacy.blank("ar").tokenizer
"""),
        Call("sentence splitting", "tokens, then sentences by marks (`sentencizer`)", """
import spacy
pipeline = spacy.blank("ar")
pipeline.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "؟", "…"]})
pipeline.max_length = 1 << 30
do = lambda text: list(pipeline(text).sents)
"""),
    ]),
    Rival("NLTK", "nltk", [
        Call("tokenization", "runs of letters or marks (`wordpunct_tokenize`); no offsets", """
from nltk.tokenize import wordpunct_tokenize as do
"""),
        Call("dediacritization", "vowel marks (`ISRIStemmer.norm`)", """
from nltk.stem.isri import ISRIStemmer
stemmer = ISRIStemmer()
do = lambda text: stemmer.norm(text, 1)
"""),
        Call("sentence splitting", "by Punkt without a model: . ! ? alone, no ؟", """
from nltk.tokenize.punkt import PunktSentenceTokenizer
do = PunktSentenceTokenizer().tokenize
"""),
    ]),
    Rival("HF tokenizers", "tokenizers", [
        Call("tokenization", "words and marks with offsets (`BertPreTokenizer`); Rust", """
from tokenizers.pre_tokenizers import BertPreTokenizer
do = BertPreTokenizer().pre_tokenize_str
"""),
        Call("dediacritization", "NFD, then all marks; hamza seats fall too; Rust", """
from tokenizers.normalizers import NFD, Sequence, StripAccents
do = Sequence([NFD(), StripAccents()]).normalize_str
"""),
    ]),
    Rival("BlingFire", "blingfire", [
        Call("tokenization", "words and marks, cut from one string; C++", """
from blingfire import text_to_words
do = lambda text: text_to_words(text).split(" ")
"""),
        Call("sentence splitting", "by its own model; C++", """
from blingfire import text_to_sentences
do = lambda text: text_to_sentences(text).split("\\n")
"""),
    ]),
    Rival("ANLTK", "anltk", [
        Call("tokenization", "words and marks; C++", """
from anltk import tokenize_words as do
"""),
        Call("dediacritization", "vowel marks; C++", """
from anltk import remove_tashkeel as do
"""),
    ]),
    Rival("arabic-norm", "arabic-norm", [
        Call("tokenization", "normalized words, marks thrown away; Rust", """
from arabic_norm import tokenize as do
"""),
        Call("search normalization", "marks, tatweel, alef, ى, ة, punctuation; no digits; Rust", """
from arabic_norm import normalize
do = lambda text: normalize(text, ta_marbuta=True, remove_punct=True)
"""),
    ]),
    Rival("arabic-normalize", "arabic-normalize", [
        Call("dediacritization", "vowel marks; Rust", """
from arabic_normalize import strip_diacritics as do
"""),
        Call("search normalization", "marks, tatweel, hamza, ى, ة, digits; no punctuation; Rust", """
from arabic_normalize import normalize_for_search as do
"""),
    ]),
    Rival("Tashaphyne", "tashaphyne", [
        Call("dediacritization", "vowel marks", """
from tashaphyne.normalize import strip_tashkeel as do
"""),
        Call("search normalization", "marks, tatweel, hamza, lam-alef, ى, ة; no digits, punctuation", """
from tashaphyne.normalize import normalize_searchtext as do
"""),
    ]),
    Rival("Maha", "mahad", [
        Call("dediacritization", "vowel marks", """
from maha.cleaners.functions import remove_all_harakat as do
"""),
        Call("search normalization", "marks, tatweel, alef, ى, ة, ligatures, spaces; no digits", """
from maha.cleaners.functions import normalize, remove_all_harakat, remove_tatweel
do = lambda text: normalize(remove_tatweel(remove_all_harakat(text)), all=True)
"""),
        Call("date extraction", "dates and relative times with values; no Hijri", """
from maha.parsers.functions import parse_dimension
do = lambda text: parse_dimension(text, time=True)
"""),
        Call("entity extraction", "words of a list of first names; no organizations, places", """
from maha.parsers.functions import parse_dimension
do = lambda text: parse_dimension(text, names=True)
"""),
    ]),
    Rival("Sacremoses", "sacremoses", [
        Call("tokenization", "words and marks, marks of XML escaped; no offsets", """
from sacremoses import MosesTokenizer
do = MosesTokenizer("ar").tokenize
"""),
    ]),
    Rival("uniseg", "uniseg", [
        Call("tokenization", "UAX #29, white space included", """
from uniseg.wordbreak import words
do = lambda text: list(words(text))
"""),
        Call("sentence splitting", "UAX #29", """
from uniseg.sentencebreak import sentences
do = lambda text: list(sentences(text))
"""),
    ]),
    Rival("pySBD", "pysbd", [
        Call("sentence splitting", "by rules for Arabic", """
import pysbd
do = pysbd.Segmenter(language="ar", clean=False).segment
"""),
    ]),
    Rival("sentencex", "sentencex", [
        Call("sentence splitting", "by rules; Rust", """
from sentencex import segment
do = lambda text: list(segment("ar", text))
"""),
    ]),
    Rival("arabic-sentencizer", "arabic-sentencizer", [
        Call("sentence splitting", "by rules for Arabic", """
from arabic_sentencizer import split_sentences as do
"""),
    ]),
    Rival("dateparser", "dateparser", [
        Call("date extraction", "dates and relative times with values (`search_dates`); no Hijri", """
from dateparser.search import search_dates
do = lambda text: search_dates(text, languages=["ar"]) or []
"""),
    ]),
    Rival("araclean", "araclean", [
        Call("search normalization", "composed steps", """
import araclean
do = araclean.normalize
"""),
    ]),
    Rival("Farasa", "farasapy", [
        Call("tokenization", "clitics apart, by a model in Java", """
from farasa.segmenter import FarasaSegmenter
segmenter = FarasaSegmenter(interactive=True)
if not segmenter.segment("نص"):
    raise RuntimeError("its program in Java is downloaded at run time, not in the package")
do = lambda text: segmenter.segment(text).split()
"""),
        Call("entity extraction", "by a model in Java", """
from farasa.ner import FarasaNamedEntityRecognizer
recognizer = FarasaNamedEntityRecognizer(interactive=True)
if not recognizer.recognize("نص"):
    raise RuntimeError("its program in Java is downloaded at run time, not in the package")
do = lambda text: recognizer.recognize(text).split()
"""),
    ]),
]

# Those that do the work but bring no model with their package: they would load one at run time.
WITHOUT_MODEL = {
    "CAMeL Tools NER": "its model is downloaded by `camel_data`, not in the package",
    "Stanza": "its models for Arabic are downloaded at run time, not in the package",
    "spaCy NER": "there is no trained pipeline for Arabic",
}
