#pragma once

#include <array>

#include "common/message.h"

namespace depeche {

/// An option of depeche-indexer: what is typed, and what --help says of it.
struct OptionSpec {
  const char* name;
  const char* value;  // what stands for its value in --help; nullptr if it takes none
  const char* help;   // English, for translation
  bool repeatable = false;
  char letter = 0;  // its short form, if it has one
};

/// The one table from which the parser, the suggestions and --help derive.
constexpr std::array kOptions{
    OptionSpec{"index", "DIR",
               DEPECHE_TR("index to write (default: $DEPECHE_INDEX, else ~/.local/share/depeche/index)")},
    OptionSpec{"dry-run", nullptr, DEPECHE_TR("print each article as a line of JSON; index nothing")},
    OptionSpec{"dates", "TEXT",
               DEPECHE_TR("print the dates recognised in TEXT (-: standard input); index nothing")},
    OptionSpec{"reference", "DAY",
               DEPECHE_TR("with --dates: the day that « hier » counts from (default: today)")},
    OptionSpec{"prefer", "WHICH",
               DEPECHE_TR("with --dates: « mardi » is the nearest one (archive, the default), the last "
                          "(past) or the next (future)")},
    OptionSpec{"status", nullptr, DEPECHE_TR("print what the index holds; index nothing")},
    OptionSpec{"check", nullptr,
               DEPECHE_TR("read the whole index, and print what is damaged; index nothing")},
    OptionSpec{
        "export-dump", nullptr,
        DEPECHE_TR("print each live article with its terms and values as a line of JSON, for comparing "
                   "indexes; index nothing")},
    OptionSpec{"output", "FILE", DEPECHE_TR("with --export-dump: write it there")},
    OptionSpec{
        "format", "FORMAT",
        DEPECHE_TR("with --dates: table (default) or json; with --status and --check: text (default) or "
                   "json")},

    OptionSpec{"input-format", "FORMAT",
               DEPECHE_TR("auto, text, batch, iramuteq, jsonl, csv, tsv, newsml, nitf, ninjs, feed, "
                          "europresse, factiva, html, "
                          "warc, tei or mail "
                          "(default: auto, by name and first bytes)")},
    OptionSpec{"encoding", "NAME",
               DEPECHE_TR("encoding of all input (default: BOM, else UTF-8, else what makes it French)")},
    OptionSpec{"map", "OURS=THEIRS,...",
               DEPECHE_TR("names of fields: title=headline,date=versioncreated; may be repeated"), true},
    OptionSpec{"root", "DIR",
               DEPECHE_TR("articles without an id are known by their path from here (default: the directory "
                          "that holds every PATH; of paths on standard input, the working directory)")},
    OptionSpec{
        "null", nullptr,
        DEPECHE_TR("paths on standard input (a PATH that is -) end in NUL, as find -print0 writes them, "
                   "not in line feeds"),
        false, '0'},
    OptionSpec{"language", "CODE",
               DEPECHE_TR("language of articles that do not state it (default: found from their text)")},
    OptionSpec{"languages", "CODE,...", DEPECHE_TR("leave out articles in other languages than these: fr")},

    OptionSpec{"reference-date", "DAY", DEPECHE_TR("no date without a year is after DAY")},
    OptionSpec{"trust-mtime", nullptr,
               DEPECHE_TR("no date without a year is after the time of its file; without any date, that time "
                          "is the date")},
    OptionSpec{"redate", nullptr,
               DEPECHE_TR("place again the articles of the index whose year is uncertain; without PATH only "
                          "that")},
    OptionSpec{"no-dates", nullptr, DEPECHE_TR("read no dates")},
    OptionSpec{"no-entities", nullptr, DEPECHE_TR("recognise no persons, organisations and places")},
    OptionSpec{"entity-model", "FILE",
               DEPECHE_TR("recognise them with the model in FILE (default: the installed one)")},
    OptionSpec{"no-repair", nullptr, DEPECHE_TR("leave damaged words as they are")},

    OptionSpec{"reread", nullptr, DEPECHE_TR("read all files, also those that have not changed")},
    OptionSpec{"prune", nullptr, DEPECHE_TR("remove the articles whose source is gone (default: keep them)")},
    OptionSpec{"max-prune", "PERCENT",
               DEPECHE_TR("with --prune: change nothing when more articles than that would go "
                          "(default: 10)")},
    OptionSpec{"retry-rejects", "FILE",
               DEPECHE_TR("read again only what an earlier run wrote by --rejects FILE, and say what "
                          "became of each; without PATH")},

    OptionSpec{"merge", nullptr,
               DEPECHE_TR("make one segment of all (default: the small ones, when there are more than "
                          "ten); without PATH only that")},
    OptionSpec{"keep-versions", "N",
               DEPECHE_TR("where segments are merged, drop all but the N newest of the superseded versions "
                          "of an article (default: all stay)")},

    OptionSpec{"threads", "N",
               DEPECHE_TR("threads that analyse, and that write (default: one per processor)")},
    OptionSpec{"memory", "SIZE", DEPECHE_TR("memory to take, as in 2G (default: 512M)")},
    OptionSpec{"max-rejects", "PERCENT",
               DEPECHE_TR("publish nothing when more records are rejected "
                          "(default: 5, from 20 records on)")},
    OptionSpec{"no-check", nullptr, DEPECHE_TR("do not end the run with a check of the whole index")},
    OptionSpec{"rejects", "FILE", DEPECHE_TR("write each rejected record as a line of JSON")},
    OptionSpec{"report", "FILE", DEPECHE_TR("write what the run did as JSON (-: standard output)")},
    OptionSpec{"quiet", nullptr, DEPECHE_TR("say nothing but errors")},
    OptionSpec{"progress", nullptr, DEPECHE_TR("show progress also with --quiet")},
    OptionSpec{"now", "DAY", DEPECHE_TR("the day of the run (default: today)")},
    OptionSpec{"help", nullptr, DEPECHE_TR("print this text"), false, 'h'},
    OptionSpec{"version", nullptr, DEPECHE_TR("print the versions that an index depends on")},
};

}  // namespace depeche
