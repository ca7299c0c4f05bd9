#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/dates/expression.h"

namespace depeche {

/// The time expressions of a text, by offset, never overlapping: absolute (« 12 février 2019 », 13/02, « été
/// 2018 », « 1er trimestre 2019 », « années 90 », « XIXe siècle », « en 1952 »), relative (« mardi dernier »,
/// « il y a trois jours », « le lendemain », « le mois dernier »), holidays (« 14-Juillet », « lundi de
/// Pâques »), parts (« début mars », « premier mercredi du mois »), intervals (« du 13 au 15 juillet », «
/// entre 2017 et 2019 », « depuis 2014 ») and lists that share a month (« lundi 20, mardi 21 et dimanche 26
/// avril »). The rules are the tables of rules.cc; accents may be missing. A time of day belongs to the day
/// beside it; alone it is none. Impossible dates (31/02/2019) are left out. Well-formed UTF-8; thread-safe;
/// no locale; linear.
std::vector<TimeExpression> find_times(std::string_view text);

/// The whole of `text` (blanks aside) as one time expression: also what is too short to be trusted inside a
/// text (« mars », « le 2 », "2019", "2019-02") and what EDTF writes ("2018-22", "199X",
/// "2019-02-04/2019-02-10",
/// "../2013"; the marks of "2019-02?" and "2019~" are dropped). nullopt if it is anything else.
std::optional<TimeExpression> read_time(std::string_view text);

}  // namespace depeche
