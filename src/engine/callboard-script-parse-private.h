/* callboard-script-parse-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-json.h"
#include "callboard-script-private.h"

G_BEGIN_DECLS

/* Reading a campaign document. A table says which members an object may have, how each is read and where it goes. */

/* A rule whose module is looked for once all modules are known. */
typedef struct
{
  CallboardStep *step;
  guint          index;
  char          *path;
} CallboardOpenRule;

/* ids: all that were seen; rules: (element-type CallboardOpenRule). faults: (nullable): those of the script, if what is
 * wrong is noted and left out; else the first fault ends the reading. */
typedef struct
{
  CallboardScript  *script;
  GHashTable       *ids;
  GPtrArray        *rules;
  GPtrArray        *faults;
  GError          **error;
} CallboardParser;

typedef struct _CallboardField CallboardField;

typedef gboolean (*CallboardReadMember) (CallboardParser      *parser,
                                         const CallboardField *field,
                                         JsonNode             *node,
                                         const char           *path,
                                         gpointer              target);

/* offset: of the member of the target that it goes to; min and max: of numbers. */
struct _CallboardField
{
  const char          *name;
  CallboardReadMember  read;
  gsize                offset;
  double               min;
  double               max;
};

typedef gboolean (*CallboardReadElement) (CallboardParser *parser,
                                          JsonNode        *node,
                                          const char      *path,
                                          gpointer         target);

/* Returns: FALSE */
gboolean    callboard_parse_fail      (CallboardParser       *parser,
                                       const char            *path,
                                       const char            *what);
/* The same of one member of an object; nick as in callboard-script-problem.h. */
gboolean    callboard_parse_fault     (CallboardParser       *parser,
                                       const char            *nick,
                                       const char            *path,
                                       const char            *member,
                                       const char            *what);

/* Members that are in neither table are refused; the second may be NULL. Tables end with a NULL name. */
gboolean    callboard_parse_members   (CallboardParser       *parser,
                                       JsonNode              *node,
                                       const char            *path,
                                       const CallboardField  *fields,
                                       const CallboardField  *more,
                                       gpointer               target);
gboolean    callboard_parse_array     (CallboardParser       *parser,
                                       JsonNode              *node,
                                       const char            *path,
                                       CallboardReadElement   read,
                                       gpointer               target);
/* The text of a member, after a check that it is an object; NULL if there is none. */
const char *callboard_parse_peek      (JsonNode              *node,
                                       const char            *name);

/* Readers: members that were read before, char *, gboolean, guint, gint64, double and GDate, and one that has to be
 * new in the whole document, char *. */
gboolean    callboard_parse_ignore    (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_string    (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_boolean   (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_uint      (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_int64     (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_double    (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_date      (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_id        (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);

/* A file that a campaign sends, CallboardScriptFile *. */
gboolean    callboard_parse_file      (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);

/* The template of the welcome; target is the script. */
gboolean    callboard_parse_template  (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);

/* Takes the step if it has an id. */
gboolean    callboard_parse_add_step  (CallboardParser *parser,
                                       CallboardStep   *step,
                                       const char      *path);

gboolean    callboard_parse_module    (CallboardParser *parser, JsonNode *node, const char *path, gpointer nothing);

/* Elements of the modules. */
gboolean    callboard_parse_block     (CallboardParser *parser, JsonNode *node, const char *path, gpointer module);
gboolean    callboard_parse_question  (CallboardParser *parser, JsonNode *node, const char *path, gpointer module);
gboolean    callboard_parse_prompt    (CallboardParser *parser, JsonNode *node, const char *path, gpointer module);
gboolean    callboard_parse_request   (CallboardParser *parser, JsonNode *node, const char *path, gpointer module);

/* The members of a Schedule module; target is the module's CallboardSchedule. */
extern const CallboardField callboard_schedule_fields[];
/* Once they are read: the sessions, whose times wait for the zone. */
gboolean    callboard_parse_sessions  (CallboardParser   *parser,
                                       CallboardSchedule *schedule,
                                       JsonNode          *node,
                                       const char        *path);

/* Members of questions that depend on the kind; target is the step. */
gboolean    callboard_parse_flags     (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_rules     (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);
gboolean    callboard_parse_points    (CallboardParser *parser, const CallboardField *field, JsonNode *node, const char *path, gpointer target);

/* What an answer of step is compared with; FALSE for a comparison that is none. */
gboolean    callboard_test_read       (CallboardTest       *test,
                                       const CallboardStep *step,
                                       const char          *text);
/* Once all modules are known: where rules lead. */
gboolean    callboard_parse_connect   (CallboardParser *parser);

G_END_DECLS
