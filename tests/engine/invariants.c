/* invariants.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "invariants.h"

#include "callboard-enums.h"

#define RUNNING "(status IN ('sending', 'in-progress') OR (status = 'delivered' AND blast = 0))"
#define OPEN    "(status IN ('scheduled', 'queued', 'sending', 'in-progress') OR (status = 'delivered' AND blast = 0))"

struct _Invariants
{
  CallboardTest *test;
  GHashTable    *statuses;
  GHashTable    *states;
};

/* Each counts what breaks it. */
static const struct {
  const char *words;
  const char *sql;
} rules[] = {
  { "a live card has one open visit, in its stage",
    "SELECT count(*) FROM application a WHERE state = 'live' AND NOT EXISTS (SELECT 1 FROM visit v"
    " WHERE v.id = a.visit_id AND v.application_id = a.id AND v.stage_id = a.stage_id AND v.left_at IS NULL)" },
  { "an archived card has no open visit",
    "SELECT count(*) FROM application a JOIN visit v ON v.application_id = a.id"
    " WHERE a.state = 'archived' AND v.left_at IS NULL" },
  { "a card points at the last enrolment of its visit",
    "SELECT count(*) FROM application a WHERE state = 'live' AND a.enrolment_id IS NOT"
    " (SELECT e.id FROM enrolment e WHERE e.visit_id = a.visit_id ORDER BY attempt DESC LIMIT 1)" },
  { "an open enrolment is the one its live card points at",
    "SELECT count(*) FROM enrolment e WHERE " OPEN " AND NOT EXISTS (SELECT 1 FROM application a"
    " WHERE a.enrolment_id = e.id AND a.state = 'live')" },
  { "one campaign runs per candidate",
    "SELECT count(*) FROM (SELECT 1 FROM enrolment WHERE " RUNNING " GROUP BY candidate_id HAVING count(*) > 1)" },
  { "who is queued waits for somebody",
    "SELECT count(*) FROM enrolment q WHERE q.status = 'queued' AND NOT EXISTS"
    " (SELECT 1 FROM enrolment e WHERE e.candidate_id = q.candidate_id AND " RUNNING ")" },
  { "an ended enrolment says nothing but its conclusion",
    "SELECT count(*) FROM message m JOIN enrolment e ON e.id = m.enrolment_id WHERE m.state = 'waiting'"
    " AND e.status IN ('failed', 'expired', 'withdrawn', 'cancelled')" },
  { "a waiting message has a time, unless its campaign is queued or held, it is late, or free text waits for the person",
    "SELECT count(*) FROM message m LEFT JOIN enrolment e ON e.id = m.enrolment_id WHERE m.state = 'waiting'"
    " AND NOT (m.due_at IS NULL AND m.id IN (SELECT message_id FROM late_message))"
    " AND CASE e.status WHEN 'queued' THEN m.due_at IS NOT NULL"
    " ELSE m.due_at IS NULL AND e.held_at IS NULL AND (m.kind = 'first' OR m.template IS NOT NULL) END" },
  { "no key comes twice",
    "SELECT count(*) - count(DISTINCT key) FROM message WHERE key IS NOT NULL" },
  { "no message is heard twice",
    "SELECT count(*) FROM (SELECT 1 FROM enrolment_event WHERE json_extract (event, '$.message') > 0"
    " GROUP BY json_extract (event, '$.message') HAVING count(*) > 1)" },
  { "an answer belongs to the campaign that asked",
    "SELECT count(*) FROM answer w JOIN enrolment e ON e.id = w.enrolment_id JOIN message m ON m.id = w.message_id"
    " WHERE m.candidate_id <> e.candidate_id" },
  { "nobody is nudged twice on one day",
    "SELECT count(*) FROM (SELECT 1 FROM message WHERE kind = 'nudge'"
    " GROUP BY candidate_id, created_at / 86400000000 HAVING count(*) > 1)" },
  { "a campaign that has not begun waits with one message",
    "SELECT count(*) FROM enrolment e WHERE status IN ('scheduled', 'queued') AND (SELECT count(*) FROM message m"
    " WHERE m.enrolment_id = e.id AND m.kind = 'first' AND m.state = 'waiting') <> 1" },
  { "a person is sent one message at a time",
    "SELECT count(*) FROM (SELECT 1 FROM message WHERE state = 'claimed' GROUP BY candidate_id HAVING count(*) > 1)" },
  { "an enrolment that has ended says when, and no other",
    "SELECT count(*) FROM enrolment WHERE (ended_at IS NULL) <> " OPEN },
  { "the conversation that was delivered expires, and no other",
    "SELECT count(*) FROM enrolment e WHERE ((status = 'in-progress' OR status = 'delivered') AND blast = 0)"
    " <> EXISTS (SELECT 1 FROM timer t WHERE t.enrolment_id = e.id AND t.kind = 'expiry')" },
  { "nobody is nudged at the end, nor reminded of an interview that is off",
    "SELECT count(*) FROM timer t JOIN enrolment e ON e.id = t.enrolment_id WHERE CASE t.kind WHEN 'expiry' THEN 0"
    " WHEN 'nudge' THEN NOT " OPEN " ELSE NOT EXISTS (SELECT 1 FROM interview i WHERE i.enrolment_id = e.id"
    " AND i.state IN ('booked', 'confirmed')) END" },
  { "no more is done than there is", "SELECT count(*) FROM enrolment WHERE done > total" },
  { "who opted out has no open campaign that sends",
    "SELECT count(*) FROM message m JOIN candidate c ON c.id = m.candidate_id WHERE c.opted_out_at IS NOT NULL"
    " AND m.state = 'waiting' AND m.kind NOT IN ('notice')" },
  { "ranks are real places", "SELECT count(*) FROM application WHERE rank IS NULL" },
  { "foreign keys hold", "SELECT count(*) FROM pragma_foreign_key_check" },
};

Invariants *
invariants_new (CallboardTest *test)
{
  Invariants *self = g_new0 (Invariants, 1);

  self->test = test;
  self->statuses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
invariants_free (Invariants *self)
{
  g_hash_table_unref (self->statuses);
  g_hash_table_unref (self->states);
  g_free (self);
}

static gboolean
is_legal_status (int      from,
                 int      to,
                 gboolean may_go_back)
{
  if (from == to || (may_go_back && from == CALLBOARD_STATUS_CANCELLED))
    return TRUE;

  return callboard_status_may_become (from, to);
}

/* waiting and claimed go round until the provider has spoken; then receipts rank. */
static gboolean
is_legal_state (int      from,
                int      to,
                gboolean may_go_back)
{
  if (from == to)
    return TRUE;

  switch (from)
    {
    case CALLBOARD_MESSAGE_WAITING:
      return to == CALLBOARD_MESSAGE_CLAIMED || to == CALLBOARD_MESSAGE_CANCELLED;

    case CALLBOARD_MESSAGE_CLAIMED:
      return to == CALLBOARD_MESSAGE_ACCEPTED || to == CALLBOARD_MESSAGE_UNKNOWN || to == CALLBOARD_MESSAGE_FAILED ||
             to == CALLBOARD_MESSAGE_WAITING || to == CALLBOARD_MESSAGE_CANCELLED;

    case CALLBOARD_MESSAGE_UNKNOWN:
      return to == CALLBOARD_MESSAGE_ACCEPTED || to == CALLBOARD_MESSAGE_FAILED || may_go_back;

    case CALLBOARD_MESSAGE_CANCELLED:
      return may_go_back && to == CALLBOARD_MESSAGE_WAITING;

    default:
      return (to == CALLBOARD_MESSAGE_FAILED && from < CALLBOARD_MESSAGE_DELIVERED) ||
             (from < to && to <= CALLBOARD_MESSAGE_READ);
    }
}

static char *
follow (Invariants *self,
        const char *sql,
        GType       type,
        GHashTable *known,
        gboolean  (*is_legal) (int, int, gboolean),
        gboolean    may_go_back)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (callboard_store_get_reader (self->test->store), &error, sql, "");

  while (callboard_rows_next (rows, &error))
    {
      gint64 id = callboard_rows_int (rows, 0);
      gpointer before;
      int now = -1;

      g_assert_true (callboard_enum_from_nick (type, callboard_rows_text (rows, 1), &now));
      if (g_hash_table_lookup_extended (known, &id, NULL, &before) &&
          !is_legal (GPOINTER_TO_INT (before), now, may_go_back))
        return g_strdup_printf ("%s %" G_GINT64_FORMAT " went from %s to %s", g_type_name (type), id,
                                callboard_enum_to_nick (type, GPOINTER_TO_INT (before)),
                                callboard_enum_to_nick (type, now));

      g_hash_table_insert (known, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (now));
    }

  g_assert_no_error (error);

  return NULL;
}

char *
invariants_check (Invariants *self,
                  gboolean    may_go_back)
{
  char *broken = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (callboard_test_number (self->test, rules[i].sql) != 0)
        return g_strdup (rules[i].words);
    }

  broken = follow (self, "SELECT id, status FROM enrolment", CALLBOARD_TYPE_STATUS, self->statuses,
                   is_legal_status, may_go_back);
  if (broken != NULL)
    return broken;

  return follow (self, "SELECT id, state FROM message WHERE direction = 'out'", CALLBOARD_TYPE_MESSAGE_STATE,
                 self->states, is_legal_state, may_go_back);
}

/* Who was queued and let go in between is Scheduled now, and queued again when its time comes. */
char *
invariants_board (Invariants *self)
{
  return callboard_test_text (self->test,
                              "SELECT group_concat (line, '; ') FROM (SELECT a.stage_id || ':' || a.id || ' v' || a.visit_id"
                              " || coalesce (' e' || e.id || ' ' || replace (e.status, 'queued', 'scheduled'), '') AS line FROM application a"
                              " LEFT JOIN enrolment e ON e.id = a.enrolment_id WHERE a.state = 'live'"
                              " ORDER BY a.stage_id, a.rank, a.id)");
}
