// One import gives a user of the library everything that its types are made of.

@_exported public import WarraqAnalysis
@_exported public import WarraqArticles
@_exported public import WarraqDates
@_exported public import WarraqEntities
@_exported public import WarraqLexicon
@_exported public import WarraqNormalization
@_exported public import WarraqQuotations
@_exported public import WarraqRepair
@_exported public import WarraqText
@_exported public import WarraqTokenization
@_exported public import WarraqTransliteration
