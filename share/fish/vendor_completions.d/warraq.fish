function __warraq_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __warraq_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __warraq_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __warraq_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __warraq_parse_tokens -S
    set -l unparsed_tokens (__warraq_tokens -pc)
    switch $unparsed_tokens[1]
    case 'warraq'
        __warraq_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'annotate'
            __warraq_parse_subcommand -r 1 'files-from=' 'input-format=' 'text-field=' 'id-field=' 'encoding=' 'on-invalid=' 'o/output=' 'force' 'errors=' 'fail-fast' 'quiet' 'offsets=' 'reference-date=' 'reference-field=' 'boilerplate=' 'guideline=' 'tokenized' 'gazetteer=+' 'stop-list=+' 'manifest=' 'config=' 'format=' 'rows=' 'output-dir=' 'include=+' 'exclude=+' 'h/help'
        case 'normalize'
            __warraq_parse_subcommand -r 1 'files-from=' 'input-format=' 'text-field=' 'id-field=' 'encoding=' 'on-invalid=' 'o/output=' 'force' 'errors=' 'fail-fast' 'quiet' 'manifest=' 'config=' 'preset=' 'html-entities=' 'nfc' 'no-nfc' 'presentation-forms' 'no-presentation-forms' 'ligatures=' 'controls=' 'superscript-alef=' 'quranic-marks=' 'diacritics=' 'tatweel=' 'letter-variants=' 'alef=' 'hamza=' 'alef-maksura=' 'teh-marbuta=' 'elongation=' 'digits=' 'quotes=' 'punctuation=' 'spaces=' 'format=' 'explain' 'repair' 'h/help'
        case 'transliterate'
            __warraq_parse_subcommand -r 1 'files-from=' 'input-format=' 'text-field=' 'id-field=' 'encoding=' 'on-invalid=' 'o/output=' 'force' 'errors=' 'fail-fast' 'quiet' 'config=' 'offsets=' 'scheme=' 'to=' 'reverse' 'format=' 'h/help'
        case 'tokenize'
            __warraq_parse_subcommand -r 1 'files-from=' 'input-format=' 'text-field=' 'id-field=' 'encoding=' 'on-invalid=' 'o/output=' 'force' 'errors=' 'fail-fast' 'quiet' 'config=' 'offsets=' 'unit=' 'profile=' 'include=' 'format=' 'count' 'h/help'
        case 'dates'
            __warraq_parse_subcommand -r 1 'files-from=' 'input-format=' 'text-field=' 'id-field=' 'encoding=' 'on-invalid=' 'o/output=' 'force' 'errors=' 'fail-fast' 'quiet' 'offsets=' 'manifest=' 'config=' 'reference-date=' 'reference-field=' 'format=' 'h/help'
        case 'entities'
            __warraq_parse_subcommand -r 1 'files-from=' 'input-format=' 'text-field=' 'id-field=' 'encoding=' 'on-invalid=' 'o/output=' 'force' 'errors=' 'fail-fast' 'quiet' 'offsets=' 'manifest=' 'config=' 'guideline=' 'tokenized' 'gazetteer=+' 'stop-list=+' 'format=' 'h/help'
        case 'article'
            __warraq_parse_subcommand -r 1 'files-from=' 'input-format=' 'text-field=' 'id-field=' 'encoding=' 'on-invalid=' 'o/output=' 'force' 'errors=' 'fail-fast' 'quiet' 'offsets=' 'manifest=' 'config=' 'boilerplate=' 'h/help'
        case 'evaluate'
            __warraq_parse_subcommand 2 'config=' 'format=' 'errors=' 'h/help'
        case 'boilerplate'
            __warraq_parse_subcommand 0 'h/help'
            switch $unparsed_tokens[1]
            case 'learn'
                __warraq_parse_subcommand -r 1 'files-from=' 'input-format=' 'text-field=' 'id-field=' 'encoding=' 'on-invalid=' 'o/output=' 'force' 'errors=' 'fail-fast' 'quiet' 'config=' 'min-documents=' 'min-share=' 'include-headings' 'h/help'
            end
        case 'bench'
            __warraq_parse_subcommand -r 1 'stage=' 'config=' 'format=' 'profile=' 'size=' 'min-time=' 'h/help'
        case 'verify'
            __warraq_parse_subcommand 1 'quiet' 'config=' 'h/help'
        case 'doctor'
            __warraq_parse_subcommand 0 'format=' 'config=' 'h/help'
        case 'help'
            __warraq_parse_subcommand -r 1 
        end
    end
end

function __warraq_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __warraq_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __warraq_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __warraq_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__warraq_tokens -p)
    if test -z "$(__warraq_tokens -t)"
        set -l index (count (__warraq_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'warraq' -f
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq" version' -l 'version' -d 'Show the version of the tool and of its data.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'annotate' -d 'Annotate documents with structure, sentences, entities, dates and quotations.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'normalize' -d 'Normalize text.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'transliterate' -d 'Write Arabic in Latin letters, or back.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'tokenize' -d 'Cut text into words or sentences.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'dates' -d 'Find dates and other time expressions, with ISO 8601 values.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'entities' -d 'Find named entities.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'article' -d 'Find the parts of articles: title, author, date, sections, conclusion.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'evaluate' -d 'Score annotations against gold annotations.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'boilerplate' -d 'Learn the lines that a site prints on its pages.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'bench' -d 'Measure speed on your own text, with ICU beside it.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'verify' -d 'Run again what a manifest tells, and compare the output.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'doctor' -d 'Tell what the tool runs with, and whether it works here.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" files-from' -l 'files-from' -d 'A file that names more inputs, one a line; \'-\' is standard input.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" input-format' -l 'input-format' -d 'Take every input as text, as JSON Lines or as an HTML page.' -rfka 'text jsonl html'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" text-field' -l 'text-field' -d 'The JSON Lines field that holds the text.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" id-field' -l 'id-field' -d 'The JSON Lines field that holds the id.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" encoding' -l 'encoding' -d 'How inputs are encoded; auto finds out for each file.' -rfka 'auto utf-8 windows-1256 iso-8859-6 utf-16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" on-invalid' -l 'on-invalid' -d 'Repair bytes that are not of the encoding (U+FFFD), or fail the document.' -rfka 'repair fail'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" o output' -l 'output' -s 'o' -d 'Write to a file instead of standard output.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" force' -l 'force' -d 'Replace output files that exist.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" errors' -l 'errors' -d 'Write what failed to a file, as JSON Lines of id, path, line and error.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" fail-fast' -l 'fail-fast' -d 'Stop at the first failure; an output file is not written then.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" quiet' -l 'quiet' -d 'Do not print the summary. Errors are still printed.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" offsets' -l 'offsets' -d 'The unit of offsets: Unicode scalars as in Python, UTF-8 bytes, or UTF-16 units.' -rfka 'scalar utf8 utf16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" reference-date' -l 'reference-date' -d 'The day that dates without a year refer to. Default: the document\'s own date.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" reference-field' -l 'reference-field' -d 'The JSON Lines field that holds that day; goes before --reference-date.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" boilerplate' -l 'boilerplate' -d 'Mark the lines that a site prints on its pages, by a profile of boilerplate learn.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" guideline' -l 'guideline' -d 'What counts as a name: the project\'s own guideline, or that of ANERcorp (whole tokens, proclitics included).' -rfka 'warraq anercorp'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" tokenized' -l 'tokenized' -d 'Take the input\'s tokens as they are: parted by single spaces, one sentence a line.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate"' -l 'gazetteer' -d 'Names that are always reported: a file of tab-separated columns surface, type, canonical name, id. May be given more than once.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate"' -l 'stop-list' -d 'Names that are never reported: a file of one name a line. May be given more than once.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" manifest' -l 'manifest' -d 'Write down what was run, on which files and with what result, as JSON, for "warraq verify". Needs --output or --output-dir.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" format' -l 'format' -d 'What is written. Default: what the extension of the output tells, else jsonl.' -rfka 'jsonl summary conllu tsv csv brat labelstudio tei sqlite'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" rows' -l 'rows' -d 'What the rows of tsv and csv are.' -rfka 'entities timexes'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" output-dir' -l 'output-dir' -d 'Write one file for each input to a folder: its relative path, ending with .jsonl or what the format asks for. With brat, two for each document.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate"' -l 'include' -d 'Add parts to the records.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate"' -l 'exclude' -d 'Leave parts out of the records.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq annotate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" files-from' -l 'files-from' -d 'A file that names more inputs, one a line; \'-\' is standard input.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" input-format' -l 'input-format' -d 'Take every input as text, as JSON Lines or as an HTML page.' -rfka 'text jsonl html'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" text-field' -l 'text-field' -d 'The JSON Lines field that holds the text.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" id-field' -l 'id-field' -d 'The JSON Lines field that holds the id.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" encoding' -l 'encoding' -d 'How inputs are encoded; auto finds out for each file.' -rfka 'auto utf-8 windows-1256 iso-8859-6 utf-16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" on-invalid' -l 'on-invalid' -d 'Repair bytes that are not of the encoding (U+FFFD), or fail the document.' -rfka 'repair fail'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" o output' -l 'output' -s 'o' -d 'Write to a file instead of standard output.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" force' -l 'force' -d 'Replace output files that exist.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" errors' -l 'errors' -d 'Write what failed to a file, as JSON Lines of id, path, line and error.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" fail-fast' -l 'fail-fast' -d 'Stop at the first failure; an output file is not written then.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" quiet' -l 'quiet' -d 'Do not print the summary. Errors are still printed.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" manifest' -l 'manifest' -d 'Write down what was run, on which files and with what result, as JSON, for "warraq verify". Needs --output or --output-dir.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" preset' -l 'preset' -d 'A set of options; options given beside it are replaced. Default: light, where no option is given either.' -rfka 'light ner search lm'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" html-entities' -l 'html-entities' -d 'Character references of HTML.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" nfc' -l 'nfc' -d 'Canonical composition (NFC) of the whole text.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" no-nfc' -l 'no-nfc' -d 'Canonical composition (NFC) of the whole text.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" presentation-forms' -l 'presentation-forms' -d 'Plain letters for U+FB50–FDEF and U+FE70–FEFC.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" no-presentation-forms' -l 'no-presentation-forms' -d 'Plain letters for U+FB50–FDEF and U+FE70–FEFC.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" ligatures' -l 'ligatures' -d 'Word ligatures, U+FDF0–FDFD.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" controls' -l 'controls' -d 'Direction marks, zero-width characters, soft hyphens.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" superscript-alef' -l 'superscript-alef' -d 'U+0670.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" quranic-marks' -l 'quranic-marks' -d 'Annotation marks of the Quran.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" diacritics' -l 'diacritics' -d 'Tashkeel: vowels, tanwin, sukun, shadda.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" tatweel' -l 'tatweel' -d 'U+0640; strip keeps the one of «هـ».' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" letter-variants' -l 'letter-variants' -d 'Persian and Urdu shapes of Arabic letters.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" alef' -l 'alef' -d 'أ إ آ ٱ.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" hamza' -l 'hamza' -d 'ؤ and ئ: to و and ي (carrier), or to ء (bare).' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" alef-maksura' -l 'alef-maksura' -d 'ى to ي.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" teh-marbuta' -l 'teh-marbuta' -d 'ة to ه.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" elongation' -l 'elongation' -d 'A letter written three or more times: once, or twice.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" digits' -l 'digits' -d 'ASCII, Arabic-Indic and extended Arabic-Indic digits.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" quotes' -l 'quotes' -d 'Quotation marks.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" punctuation' -l 'punctuation' -d 'Commas, semicolons, question marks and the like.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" spaces' -l 'spaces' -d 'White space and line breaks.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" format' -l 'format' -d 'What is written.' -rfka 'text jsonl'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" explain' -l 'explain' -d 'Tell on standard error how often each operation changed something, with samples.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" repair' -l 'repair' -d 'Repair damage first where that is certain: text read in a wrong encoding, lost or reversed lam-alef, tatweel in every word, stray direction controls.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq normalize" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" files-from' -l 'files-from' -d 'A file that names more inputs, one a line; \'-\' is standard input.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" input-format' -l 'input-format' -d 'Take every input as text, as JSON Lines or as an HTML page.' -rfka 'text jsonl html'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" text-field' -l 'text-field' -d 'The JSON Lines field that holds the text.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" id-field' -l 'id-field' -d 'The JSON Lines field that holds the id.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" encoding' -l 'encoding' -d 'How inputs are encoded; auto finds out for each file.' -rfka 'auto utf-8 windows-1256 iso-8859-6 utf-16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" on-invalid' -l 'on-invalid' -d 'Repair bytes that are not of the encoding (U+FFFD), or fail the document.' -rfka 'repair fail'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" o output' -l 'output' -s 'o' -d 'Write to a file instead of standard output.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" force' -l 'force' -d 'Replace output files that exist.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" errors' -l 'errors' -d 'Write what failed to a file, as JSON Lines of id, path, line and error.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" fail-fast' -l 'fail-fast' -d 'Stop at the first failure; an output file is not written then.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" quiet' -l 'quiet' -d 'Do not print the summary. Errors are still printed.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" offsets' -l 'offsets' -d 'The unit of offsets: Unicode scalars as in Python, UTF-8 bytes, or UTF-16 units.' -rfka 'scalar utf8 utf16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" scheme' -l 'scheme' -d 'The scheme.' -rfka 'buckwalter safe-buckwalter xml-buckwalter hsb icu bgn'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" to' -l 'to' -d 'The script that is written.' -rfka 'latin arabic'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" reverse' -l 'reverse' -d 'The same as --to arabic.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" format' -l 'format' -d 'What is written.' -rfka 'text jsonl'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq transliterate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" files-from' -l 'files-from' -d 'A file that names more inputs, one a line; \'-\' is standard input.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" input-format' -l 'input-format' -d 'Take every input as text, as JSON Lines or as an HTML page.' -rfka 'text jsonl html'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" text-field' -l 'text-field' -d 'The JSON Lines field that holds the text.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" id-field' -l 'id-field' -d 'The JSON Lines field that holds the id.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" encoding' -l 'encoding' -d 'How inputs are encoded; auto finds out for each file.' -rfka 'auto utf-8 windows-1256 iso-8859-6 utf-16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" on-invalid' -l 'on-invalid' -d 'Repair bytes that are not of the encoding (U+FFFD), or fail the document.' -rfka 'repair fail'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" o output' -l 'output' -s 'o' -d 'Write to a file instead of standard output.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" force' -l 'force' -d 'Replace output files that exist.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" errors' -l 'errors' -d 'Write what failed to a file, as JSON Lines of id, path, line and error.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" fail-fast' -l 'fail-fast' -d 'Stop at the first failure; an output file is not written then.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" quiet' -l 'quiet' -d 'Do not print the summary. Errors are still printed.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" offsets' -l 'offsets' -d 'The unit of offsets: Unicode scalars as in Python, UTF-8 bytes, or UTF-16 units.' -rfka 'scalar utf8 utf16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" unit' -l 'unit' -d 'What text is cut into.' -rfka 'word sentence'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" profile' -l 'profile' -d 'The word boundaries: Arabic (the default), or plain UAX #29.' -rfka 'uax29 arabic'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" include' -l 'include' -d 'Write white space too.' -rfka 'space'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" format' -l 'format' -d 'What is written. Default: lines.' -rfka 'lines tsv jsonl'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" count' -l 'count' -d 'Write only the numbers of documents and of tokens.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq tokenize" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" files-from' -l 'files-from' -d 'A file that names more inputs, one a line; \'-\' is standard input.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" input-format' -l 'input-format' -d 'Take every input as text, as JSON Lines or as an HTML page.' -rfka 'text jsonl html'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" text-field' -l 'text-field' -d 'The JSON Lines field that holds the text.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" id-field' -l 'id-field' -d 'The JSON Lines field that holds the id.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" encoding' -l 'encoding' -d 'How inputs are encoded; auto finds out for each file.' -rfka 'auto utf-8 windows-1256 iso-8859-6 utf-16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" on-invalid' -l 'on-invalid' -d 'Repair bytes that are not of the encoding (U+FFFD), or fail the document.' -rfka 'repair fail'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" o output' -l 'output' -s 'o' -d 'Write to a file instead of standard output.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" force' -l 'force' -d 'Replace output files that exist.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" errors' -l 'errors' -d 'Write what failed to a file, as JSON Lines of id, path, line and error.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" fail-fast' -l 'fail-fast' -d 'Stop at the first failure; an output file is not written then.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" quiet' -l 'quiet' -d 'Do not print the summary. Errors are still printed.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" offsets' -l 'offsets' -d 'The unit of offsets: Unicode scalars as in Python, UTF-8 bytes, or UTF-16 units.' -rfka 'scalar utf8 utf16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" manifest' -l 'manifest' -d 'Write down what was run, on which files and with what result, as JSON, for "warraq verify". Needs --output or --output-dir.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" reference-date' -l 'reference-date' -d 'The day that dates without a year refer to. Default: the document\'s own date.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" reference-field' -l 'reference-field' -d 'The JSON Lines field that holds that day; goes before --reference-date.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" format' -l 'format' -d 'Records, the text with its expressions marked, or a row for each expression.' -rfka 'jsonl timex3 tsv csv'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq dates" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" files-from' -l 'files-from' -d 'A file that names more inputs, one a line; \'-\' is standard input.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" input-format' -l 'input-format' -d 'Take every input as text, as JSON Lines or as an HTML page.' -rfka 'text jsonl html'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" text-field' -l 'text-field' -d 'The JSON Lines field that holds the text.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" id-field' -l 'id-field' -d 'The JSON Lines field that holds the id.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" encoding' -l 'encoding' -d 'How inputs are encoded; auto finds out for each file.' -rfka 'auto utf-8 windows-1256 iso-8859-6 utf-16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" on-invalid' -l 'on-invalid' -d 'Repair bytes that are not of the encoding (U+FFFD), or fail the document.' -rfka 'repair fail'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" o output' -l 'output' -s 'o' -d 'Write to a file instead of standard output.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" force' -l 'force' -d 'Replace output files that exist.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" errors' -l 'errors' -d 'Write what failed to a file, as JSON Lines of id, path, line and error.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" fail-fast' -l 'fail-fast' -d 'Stop at the first failure; an output file is not written then.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" quiet' -l 'quiet' -d 'Do not print the summary. Errors are still printed.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" offsets' -l 'offsets' -d 'The unit of offsets: Unicode scalars as in Python, UTF-8 bytes, or UTF-16 units.' -rfka 'scalar utf8 utf16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" manifest' -l 'manifest' -d 'Write down what was run, on which files and with what result, as JSON, for "warraq verify". Needs --output or --output-dir.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" guideline' -l 'guideline' -d 'What counts as a name: the project\'s own guideline, or that of ANERcorp (whole tokens, proclitics included).' -rfka 'warraq anercorp'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" tokenized' -l 'tokenized' -d 'Take the input\'s tokens as they are: parted by single spaces, one sentence a line.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities"' -l 'gazetteer' -d 'Names that are always reported: a file of tab-separated columns surface, type, canonical name, id. May be given more than once.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities"' -l 'stop-list' -d 'Names that are never reported: a file of one name a line. May be given more than once.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" format' -l 'format' -d 'Records, or a row for each mention.' -rfka 'jsonl tsv csv'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq entities" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" files-from' -l 'files-from' -d 'A file that names more inputs, one a line; \'-\' is standard input.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" input-format' -l 'input-format' -d 'Take every input as text, as JSON Lines or as an HTML page.' -rfka 'text jsonl html'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" text-field' -l 'text-field' -d 'The JSON Lines field that holds the text.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" id-field' -l 'id-field' -d 'The JSON Lines field that holds the id.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" encoding' -l 'encoding' -d 'How inputs are encoded; auto finds out for each file.' -rfka 'auto utf-8 windows-1256 iso-8859-6 utf-16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" on-invalid' -l 'on-invalid' -d 'Repair bytes that are not of the encoding (U+FFFD), or fail the document.' -rfka 'repair fail'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" o output' -l 'output' -s 'o' -d 'Write to a file instead of standard output.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" force' -l 'force' -d 'Replace output files that exist.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" errors' -l 'errors' -d 'Write what failed to a file, as JSON Lines of id, path, line and error.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" fail-fast' -l 'fail-fast' -d 'Stop at the first failure; an output file is not written then.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" quiet' -l 'quiet' -d 'Do not print the summary. Errors are still printed.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" offsets' -l 'offsets' -d 'The unit of offsets: Unicode scalars as in Python, UTF-8 bytes, or UTF-16 units.' -rfka 'scalar utf8 utf16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" manifest' -l 'manifest' -d 'Write down what was run, on which files and with what result, as JSON, for "warraq verify". Needs --output or --output-dir.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" boilerplate' -l 'boilerplate' -d 'Mark the lines that a site prints on its pages, by a profile of boilerplate learn.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq article" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq evaluate" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq evaluate" format' -l 'format' -d 'What is written.' -rfka 'table json markdown'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq evaluate" errors' -l 'errors' -d 'List so many errors of each kind behind the figures; not with json.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq evaluate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_positional "warraq boilerplate" -eq 1' -fa 'learn' -d 'Find the lines that recur across documents of one site.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" files-from' -l 'files-from' -d 'A file that names more inputs, one a line; \'-\' is standard input.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" input-format' -l 'input-format' -d 'Take every input as text, as JSON Lines or as an HTML page.' -rfka 'text jsonl html'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" text-field' -l 'text-field' -d 'The JSON Lines field that holds the text.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" id-field' -l 'id-field' -d 'The JSON Lines field that holds the id.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" encoding' -l 'encoding' -d 'How inputs are encoded; auto finds out for each file.' -rfka 'auto utf-8 windows-1256 iso-8859-6 utf-16'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" on-invalid' -l 'on-invalid' -d 'Repair bytes that are not of the encoding (U+FFFD), or fail the document.' -rfka 'repair fail'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" o output' -l 'output' -s 'o' -d 'Write to a file instead of standard output.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" force' -l 'force' -d 'Replace output files that exist.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" errors' -l 'errors' -d 'Write what failed to a file, as JSON Lines of id, path, line and error.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" fail-fast' -l 'fail-fast' -d 'Stop at the first failure; an output file is not written then.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" quiet' -l 'quiet' -d 'Do not print the summary. Errors are still printed.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" min-documents' -l 'min-documents' -d 'The fewest documents that a line is learned from.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" min-share' -l 'min-share' -d 'The share of all documents that have to have a line, up to 1.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" include-headings' -l 'include-headings' -d 'Learn headings, too, such as «مقدمة», where they recur.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq boilerplate learn" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq bench" stage' -l 'stage' -d 'What is measured.' -rfka 'tokenize normalize dates structure entities quotes'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq bench" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq bench" format' -l 'format' -d 'What is written.' -rfka 'table json'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq bench" profile' -l 'profile' -d 'Measure with these word boundaries only. Default: both.' -rfka 'uax29 arabic'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq bench" size' -l 'size' -d 'Repeat the text, or cut it, to this size (at the start of a character).' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq bench" min-time' -l 'min-time' -d 'Seconds that each row gets, on average.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq bench" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq verify" quiet' -l 'quiet' -d 'Print nothing but errors.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq verify" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq doctor" format' -l 'format' -d 'What is written.' -rfka 'table json'
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq doctor" config' -l 'config' -d 'Take options from a file of \'name = value\' lines. The command line goes before the environment (WARRAQ_ and the option\'s name), and that before the file.' -rfka ''
complete -c 'warraq' -n '__warraq_should_offer_completions_for_flags_or_options "warraq doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
