/* callboard-ctl.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-context.h"

G_BEGIN_DECLS

/* What the process ends with. */
typedef enum
{
  CALLBOARD_CTL_OK,
  CALLBOARD_CTL_FAILED,
  CALLBOARD_CTL_USAGE,
  CALLBOARD_CTL_REFUSED,
  CALLBOARD_CTL_DATABASE,
  CALLBOARD_CTL_PROVIDER,
} CallboardCtlExit;

/* One invocation: the options that all commands share, and the store once it is open. */
typedef struct
{
  char           *directory;
  gboolean        json;
  CallboardClock *clock;
  CallboardStore *store;
} CallboardCtl;

/* Runs one command; argv[0] is its name. */
typedef gboolean (*CallboardCtlRun) (CallboardCtl  *ctl,
                                     int            argc,
                                     char         **argv,
                                     GError       **error);

/* A column of a table for people: a member of the row's object, and its title. */
typedef struct
{
  const char *member;
  const char *title;
} CallboardCtlColumn;

CallboardCtlExit  callboard_ctl_get_exit   (const GError              *error);
char            **callboard_ctl_parse      (CallboardCtl              *ctl,
                                            const char                *usage,
                                            const char                *summary,
                                            const GOptionEntry        *entries,
                                            int                        argc,
                                            char                     **argv,
                                            guint                      min,
                                            guint                      max,
                                            GError                   **error);
gboolean          callboard_ctl_open       (CallboardCtl              *ctl,
                                            CallboardDbMode            mode,
                                            GError                   **error);
CallboardDb      *callboard_ctl_get_reader (CallboardCtl              *ctl);
gboolean          callboard_ctl_execute    (CallboardCtl              *ctl,
                                            CallboardCommand          *command,
                                            GError                   **error);
gboolean          callboard_ctl_refuse     (GError                   **error,
                                            int                        code,
                                            const char                *format,
                                            ...) G_GNUC_PRINTF (3, 4);

/* Finding what an argument names. */
gboolean          callboard_ctl_find_job   (CallboardCtl              *ctl,
                                            const char                *text,
                                            gint64                    *job,
                                            GError                   **error);
gboolean          callboard_ctl_find_stage (CallboardCtl              *ctl,
                                            gint64                     job,
                                            const char                *text,
                                            gint64                    *stage,
                                            GError                   **error);
gboolean          callboard_ctl_read_id    (const char                *text,
                                            gint64                    *id,
                                            GError                   **error);

/* Results. Each takes the JSON. */
void              callboard_ctl_print_rows   (CallboardCtl             *ctl,
                                              JsonArray                *rows,
                                              const CallboardCtlColumn *columns);
void              callboard_ctl_print_object (CallboardCtl             *ctl,
                                              JsonObject               *object,
                                              const char               *sentence);
char             *callboard_ctl_table        (JsonArray                *rows,
                                              const CallboardCtlColumn *columns);
void              callboard_ctl_set_text     (JsonObject               *object,
                                              const char               *member,
                                              const char               *text);
void              callboard_ctl_set_time     (JsonObject               *object,
                                              const char               *member,
                                              gint64                    at);

#define callboard_ctl_set_int(object, member, value) \
  json_object_set_int_member (object, member, (gint64) (value))
#define callboard_ctl_set_boolean(object, member, value) \
  json_object_set_boolean_member (object, member, (value))
#define callboard_ctl_set_nick(object, member, type, value) \
  json_object_set_string_member (object, member, callboard_enum_to_nick (type, value))

/* What else works as long as a run does; NULL with an error ends it. */
typedef GObject *(*CallboardCtlInvite)     (CallboardCtl              *ctl,
                                            gconstpointer              data,
                                            GError                   **error);

/* Sends and takes in until it is stopped; @invite may be NULL. */
gboolean          callboard_ctl_run_office (CallboardCtl              *ctl,
                                            gboolean                   until_idle,
                                            guint                      for_seconds,
                                            guint                      poll_seconds,
                                            CallboardCtlInvite         invite,
                                            gconstpointer              data,
                                            GError                   **error);

/* The commands, by file. */
gboolean callboard_ctl_accounts     (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_archive      (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_campaign     (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_check        (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_consent      (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_conversation (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_export       (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_hand_back    (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_hold         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_import       (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_interview    (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_interviews   (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_job          (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_jobs         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_list         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_move         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_outbox       (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_receiver     (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_publish      (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_submit       (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_rehearse     (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_reply        (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_late         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_resolve      (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_run          (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_sample       (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_send_again   (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_file         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_set          (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_show         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_stages       (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_story        (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_type         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_unarchive    (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_undo         (CallboardCtl *ctl, int argc, char **argv, GError **error);
gboolean callboard_ctl_why          (CallboardCtl *ctl, int argc, char **argv, GError **error);

G_END_DECLS
