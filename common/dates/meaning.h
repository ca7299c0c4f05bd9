#pragma once

#include "common/dates/captures.h"
#include "common/dates/rules.h"

namespace depeche {

/// Makes an expression of what a rule says and what its pattern took; its place is left as it is. False where
/// they do not go together (« 3e semestre »).
bool make_expression(const TimeRule& rule, const TimeCaptures& captures, TimeExpression& out);

}  // namespace depeche
