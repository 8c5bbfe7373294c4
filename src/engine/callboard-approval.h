/* callboard-approval.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"
#include "callboard-enrolment.h"

G_BEGIN_DECLS

/* The approval of a welcome as a WhatsApp template: its text, in the campaign's language, which the provider has to approve before a
 * conversation may begin with it (providers.md, 1.6). */

#define CALLBOARD_APPROVAL_MAX_BUTTONS 10
#define CALLBOARD_APPROVAL_MAX_BUTTON  25
#define CALLBOARD_APPROVAL_MAX_FOOTER  60
#define CALLBOARD_APPROVAL_MAX_BODY    1024
#define CALLBOARD_APPROVAL_MIN_BODY    30

/**
 * CallboardApprovalState:
 * @CALLBOARD_APPROVAL_STATE_DRAFT: not submitted, or changed since
 * @CALLBOARD_APPROVAL_STATE_PENDING: the provider looks at it
 * @CALLBOARD_APPROVAL_STATE_APPROVED: it can be sent
 * @CALLBOARD_APPROVAL_STATE_REJECTED: it cannot, and there is a reason
 * @CALLBOARD_APPROVAL_STATE_PAUSED: it cannot for a while
 */
typedef enum
{
  CALLBOARD_APPROVAL_STATE_DRAFT,
  CALLBOARD_APPROVAL_STATE_PENDING,
  CALLBOARD_APPROVAL_STATE_APPROVED,
  CALLBOARD_APPROVAL_STATE_REJECTED,
  CALLBOARD_APPROVAL_STATE_PAUSED,
} CallboardApprovalState;

/**
 * CallboardApprovalFault:
 * @member: what has to be changed: "welcome.text", "welcome.template.name"
 * @text: what is wrong, in the user's words
 */
typedef struct
{
  char *member;
  char *text;
} CallboardApprovalFault;

/**
 * callboard_approval_fault_free:
 * @fault: a fault
 */
void       callboard_approval_fault_free      (CallboardApprovalFault  *fault);

/**
 * callboard_approval_list_faults:
 * @script: a script, also one of callboard_script_parse_draft()
 *
 * Why the provider would refuse the template of the welcome, as far as that is known beforehand.
 *
 * Returns: (transfer full) (element-type CallboardApprovalFault): the faults; none as well if there is no template
 */
GPtrArray *callboard_approval_list_faults     (CallboardScript         *script);

/**
 * callboard_approval_name_variable:
 * @field: a merge field, "candidate.first_name"
 *
 * Returns: (transfer full): the variable's name in a template, "candidate_first_name"
 */
char      *callboard_approval_name_variable   (const char              *field);

/**
 * callboard_approval_write_body:
 * @text: a text with merge fields
 * @named: whether variables are named, {{candidate_first_name}}, or numbered, {{1}}
 * @fields: (out) (transfer full) (nullable) (element-type utf8): the fields of the variables, in their order, each once
 *
 * Returns: (transfer full): the text with variables
 */
char      *callboard_approval_write_body      (const char              *text,
                                               gboolean                 named,
                                               GPtrArray              **fields);

/**
 * callboard_approval_write_request:
 * @script: a script with a template
 *
 * Returns: (transfer full) (nullable): the JSON that asks the provider for the template; %NULL if there is none
 */
char      *callboard_approval_write_request   (CallboardScript         *script);

/**
 * callboard_approval_describe_reason:
 * @reason: (nullable): why the provider rejected it, such as "TAG_CONTENT_MISMATCH"
 *
 * Returns: (transfer full): the reason in the user's words, and what helps
 */
char      *callboard_approval_describe_reason (const char              *reason);

/**
 * callboard_approval_load_state:
 * @db: a connection
 * @account: which
 * @script: a script with a template
 * @state: (out): how far it is
 * @reason: (out) (optional) (nullable) (transfer full): why it was rejected
 * @error: return location
 *
 * Returns: whether nothing went wrong
 */
gboolean   callboard_approval_load_state      (CallboardDb             *db,
                                               gint64                   account,
                                               CallboardScript         *script,
                                               CallboardApprovalState  *state,
                                               char                   **reason,
                                               GError                 **error);

/**
 * callboard_approval_find_problem:
 * @db: a connection
 * @account: what sends
 * @script: a script
 * @problem: (out) (nullable): a nick for callboard_problem_describe(), %NULL if the welcome can open a conversation
 * @error: return location
 *
 * WhatsApp lets nobody be written to first without an approved template. A rehearsal asks for none, but minds one that it
 * has rejected.
 *
 * Returns: whether nothing went wrong
 */
gboolean   callboard_approval_find_problem    (CallboardDb             *db,
                                               const CallboardAccount  *account,
                                               CallboardScript         *script,
                                               const char             **problem,
                                               GError                 **error);

/**
 * callboard_approval_submit_command_new:
 * @document: a campaign document, also a draft
 *
 * Submits the template of the welcome on the account that sends. A rehearsal answers by itself: it approves, unless its
 * setting "reject_templates" is true. Fails with %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED if something is wrong in it.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_approval_submit_command_new (const char             *document);

/**
 * callboard_approval_state_command_new:
 * @account: which
 * @name: the template's name
 * @language: its language
 * @state: what the provider says
 * @reason: (nullable): why it was rejected
 *
 * Keeps what the provider says of a template that was submitted.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_approval_state_command_new  (gint64                  account,
                                                         const char             *name,
                                                         const char             *language,
                                                         CallboardApprovalState  state,
                                                         const char             *reason);

/**
 * callboard_approval_news_command_new:
 * @account: which
 * @name: the template's name
 * @language: its language
 * @request: what was asked for
 * @state: what the provider says
 * @reason: (nullable): why it was rejected
 *
 * As callboard_approval_state_command_new(), but says nothing of a template that was submitted anew meanwhile, with another
 * text.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_approval_news_command_new   (gint64                  account,
                                                         const char             *name,
                                                         const char             *language,
                                                         const char             *request,
                                                         CallboardApprovalState  state,
                                                         const char             *reason);

G_END_DECLS
