/* callboard-template.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-office.h"
#include "callboard-store.h"

G_BEGIN_DECLS

/* Templates of whole jobs: those that ship, which are files, and those in the database, which are jobs of another kind.
 * Making a job from a shipped one puts it into the database first, so that the job is linked to it like to any other. */

typedef struct _CallboardTemplate CallboardTemplate;

/**
 * callboard_template_get_directory:
 *
 * Returns: (transfer full): where the shipped templates are; CALLBOARD_TEMPLATES_DIR overrides
 */
char              *callboard_template_get_directory (void);

/**
 * callboard_template_list:
 * @language: (nullable): "de", "en"; %NULL for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardTemplate): the shipped templates in that language, by name of file; or
 *   %NULL with %CALLBOARD_ENGINE_ERROR_INVALID or a %G_FILE_ERROR
 */
GPtrArray         *callboard_template_list          (const char               *language,
                                                     GError                  **error);

/**
 * callboard_template_load:
 * @path: a file
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID or a %G_FILE_ERROR
 *
 * Returns: (transfer full): what it holds, or %NULL
 */
CallboardTemplate *callboard_template_load          (const char               *path,
                                                     GError                  **error);
const CallboardTemplate *callboard_template_ref     (const CallboardTemplate  *self);
void               callboard_template_unref         (CallboardTemplate        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardTemplate, callboard_template_unref)

/* origin: the name of its file, "care-en"; name and description: what it is called and for whom. */
const char        *callboard_template_get_origin      (const CallboardTemplate  *self);
const char        *callboard_template_get_name        (const CallboardTemplate  *self);
const char        *callboard_template_get_description (const CallboardTemplate  *self);
const char        *callboard_template_get_language    (const CallboardTemplate  *self);

/**
 * callboard_template_get_plan:
 * @self: a template
 *
 * Returns: (transfer none): the job it makes
 */
const CallboardJobPlan *callboard_template_get_plan   (const CallboardTemplate  *self);

/**
 * callboard_template_get_rules:
 * @self: a template
 * @stage: position of a stage
 * @stale_days: (out): when the time in the stage turns amber, 0 for the usual
 * @late_days: (out): when it turns red, 0 for the usual
 *
 * Returns: the position of the stage where a card goes on completion, or -1
 */
int                callboard_template_get_rules       (const CallboardTemplate  *self,
                                                       guint                     stage,
                                                       guint                    *stale_days,
                                                       guint                    *late_days);

/**
 * callboard_template_job_command_new:
 * @self: a shipped template; the command keeps a reference
 * @plan: the details of the job; its stages do not count
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_INVALID.
 *
 * Returns: (transfer full): the command; callboard_office_command_get_id() is the job
 */
CallboardCommand  *callboard_template_job_command_new (const CallboardTemplate  *self,
                                                       const CallboardJobPlan   *plan);

/**
 * CallboardTemplateNews:
 * @stage: a stage of the job
 * @taken: the version of the template that its campaign was made from, 0 if that was none
 * @newest: the newest one by now
 * @before: (nullable): the document of @taken
 * @after: the document of @newest
 *
 * A campaign that has changed in the template since it was taken from there.
 */
typedef struct
{
  gint64  stage;
  char   *stage_name;
  char   *template_title;
  guint   taken;
  guint   newest;
  char   *before;
  char   *after;
} CallboardTemplateNews;

void               callboard_template_news_free       (CallboardTemplateNews    *news);

/**
 * callboard_template_load_news:
 * @db: a connection
 * @job: a job
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full) (element-type CallboardTemplateNews): in the order of the board, or %NULL
 */
GPtrArray         *callboard_template_load_news       (CallboardDb              *db,
                                                       gint64                    job,
                                                       GError                  **error);

/**
 * callboard_take_template_command_new:
 * @stage: a stage of a job
 * @publish: whether to publish it at once
 *
 * Takes the newest version of the template as the draft of the stage's campaign.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOTHING if it has not changed since.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand  *callboard_take_template_command_new (gint64                   stage,
                                                        gboolean                 publish);

G_END_DECLS
