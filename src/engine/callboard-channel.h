/* callboard-channel.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-files.h"
#include "callboard-types.h"

G_BEGIN_DECLS

/**
 * CallboardMedia:
 * @hash: names the stored file
 * @path: where it is on this machine
 * @name: what the candidate sees
 * @type: a media type
 * @upload_id: (nullable): where the provider still keeps it
 *
 * A file that a message carries.
 */
typedef struct
{
  char *hash;
  char *path;
  char *name;
  char *type;
  char *upload_id;
} CallboardMedia;

CallboardMedia *callboard_media_copy (const CallboardMedia *media);
void            callboard_media_free (CallboardMedia       *media);

/**
 * CallboardOutgoingTemplate:
 * @name: the provider's name of it
 * @language: as the provider writes it, "pt_BR"
 * @fields: (array zero-terminated=1): the names of its variables
 * @values: (array zero-terminated=1): what they stand for, in the same order; never empty
 * @payloads: (array zero-terminated=1): what comes back when a button is pressed, in the order of the buttons
 *
 * What WhatsApp sends instead of the body where it lets nobody write freely.
 */
typedef struct
{
  char  *name;
  char  *language;
  char **fields;
  char **values;
  char **payloads;
} CallboardOutgoingTemplate;

CallboardOutgoingTemplate *callboard_outgoing_template_copy (const CallboardOutgoingTemplate *template);
void                       callboard_outgoing_template_free (CallboardOutgoingTemplate       *template);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardOutgoingTemplate, callboard_outgoing_template_free)

/**
 * CallboardOutgoing:
 * @id: the message's row
 * @key: its durable key: visit, campaign version, step, attempt
 * @to: (not nullable): E.164 with "+"
 * @body: (not nullable): the text as it will arrive
 * @choices: (nullable): JSON array of {"id", "title"} where the channel may show buttons or a list
 * @media: (nullable): the file it carries; @body is then its caption, perhaps empty
 * @template: (nullable): the approved template that has the words of @body
 * @language: (nullable): the campaign's, for words that the channel adds
 * @attempt: 0 for the first try
 * @claimed_at: when this try was claimed, microseconds since the epoch, UTC
 */
typedef struct
{
  gint64          id;
  gint64          account_id;
  char           *key;
  char           *to;
  char           *body;
  char           *choices;
  CallboardMedia *media;
  CallboardOutgoingTemplate *template;
  char           *language;
  guint           attempt;
  gint64          claimed_at;
} CallboardOutgoing;

CallboardOutgoing *callboard_outgoing_copy (const CallboardOutgoing *outgoing);
void               callboard_outgoing_free (CallboardOutgoing       *outgoing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardOutgoing, callboard_outgoing_free)

/**
 * CallboardOutcome:
 * @CALLBOARD_OUTCOME_ACCEPTED: the provider has it, under provider_id
 * @CALLBOARD_OUTCOME_RETRY: it was surely not accepted and may be tried again
 * @CALLBOARD_OUTCOME_FAILED: it was refused and will never be accepted
 * @CALLBOARD_OUTCOME_UNKNOWN: the request left and no answer says what became of it
 * @CALLBOARD_OUTCOME_ACCOUNT: it was surely not accepted because of the account, which has to be paused
 * @CALLBOARD_OUTCOME_KEPT: no request has left, so it is no try; the sender's own, no channel says so
 */
typedef enum
{
  CALLBOARD_OUTCOME_ACCEPTED,
  CALLBOARD_OUTCOME_RETRY,
  CALLBOARD_OUTCOME_FAILED,
  CALLBOARD_OUTCOME_UNKNOWN,
  CALLBOARD_OUTCOME_ACCOUNT,
  CALLBOARD_OUTCOME_KEPT,
} CallboardOutcome;

/**
 * CallboardScope:
 * @CALLBOARD_SCOPE_USUAL: what the failure says: all of the account wait after %CALLBOARD_FAILURE_RATE and
 *   %CALLBOARD_FAILURE_PROVIDER_DOWN of a retry, and %CALLBOARD_FAILURE_TEMPLATE stops the campaign
 * @CALLBOARD_SCOPE_PERSON: only this person has to wait
 * @CALLBOARD_SCOPE_CAMPAIGN: the campaign is paused, and the message waits with it
 *
 * Whom a fault concerns beside the message.
 */
typedef enum
{
  CALLBOARD_SCOPE_USUAL,
  CALLBOARD_SCOPE_PERSON,
  CALLBOARD_SCOPE_CAMPAIGN,
} CallboardScope;

/**
 * CallboardSendResult:
 * @message_id: the #CallboardOutgoing.id it answers
 * @provider_id: (nullable): the provider's id of the message
 * @failure: the reason, of the closed list
 * @code: (nullable): the provider's code, as text
 * @detail: (nullable): the provider's words, for the details of an error
 * @retry_after: microseconds the provider asked us to wait, or 0
 * @upload_id: (nullable): where the provider keeps the file, if it was uploaded for this message; empty if it no longer
 *   has the one that was used
 * @scope: whom a fault concerns; %CALLBOARD_SCOPE_CAMPAIGN comes with %CALLBOARD_OUTCOME_ACCOUNT
 */
typedef struct
{
  gint64            message_id;
  CallboardOutcome  outcome;
  char             *provider_id;
  CallboardFailure  failure;
  char             *code;
  char             *detail;
  gint64            retry_after;
  char             *upload_id;
  CallboardScope    scope;
} CallboardSendResult;

CallboardSendResult *callboard_send_result_new  (gint64               message_id,
                                                 CallboardOutcome     outcome);
void                 callboard_send_result_free (CallboardSendResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardSendResult, callboard_send_result_free)

/**
 * CallboardRawEvent:
 * @event_id: unique per account; the same event seen twice has the same id. An inbound message: the provider's
 *   message id. A status: message id, ":" and status
 * @raw: the event as the provider sent it
 *
 * An event at the door: it is stored before it is understood.
 */
typedef struct
{
  char *event_id;
  char *raw;
} CallboardRawEvent;

/**
 * CallboardCheckResult:
 * @name: (nullable): what the provider calls the account or its sender
 * @quality: (nullable): how the provider rates the sender, in the user's words
 * @limit: (nullable): how much may be sent, in the user's words
 *
 * What a provider says of an account whose credentials it accepts. An adapter makes it with g_new0().
 */
typedef struct
{
  char *name;
  char *quality;
  char *limit;
} CallboardCheckResult;

void callboard_check_result_free (CallboardCheckResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardCheckResult, callboard_check_result_free)

CallboardRawEvent *callboard_raw_event_new  (const char        *event_id,
                                             const char        *raw);
void               callboard_raw_event_free (CallboardRawEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardRawEvent, callboard_raw_event_free)

typedef enum
{
  CALLBOARD_EVENT_MESSAGE,
  CALLBOARD_EVENT_RECEIPT,
  CALLBOARD_EVENT_OTHER,
} CallboardEventKind;

/**
 * CallboardEventFile:
 * @type: what the provider says it is, such as "image/jpeg"; not to be trusted
 * @name: (nullable): what the sender calls it; not to be trusted
 * @source: where the provider keeps it
 */
typedef struct
{
  char *type;
  char *name;
  char *source;
} CallboardEventFile;

/**
 * CallboardEvent:
 * @kind: which of the fields below are set; @CALLBOARD_EVENT_OTHER is kept and otherwise ignored
 * @provider_id: the provider's id of the message, or for a receipt of the message it speaks of
 * @from: E.164 of the sender, for a message
 * @text: valid UTF-8, for a message
 * @choice: (nullable): the id of the button or row pressed
 * @quoted: (nullable): the provider's id of the message it answers
 * @files: (nullable) (element-type CallboardEventFile): what came with a message
 * @key: (nullable): for a receipt: the #CallboardOutgoing.key of the message it speaks of, if the provider hands it back
 * @at: when it happened at the provider, microseconds since the epoch, UTC; 0 if it does not say
 * @state: for a receipt: accepted, sent, delivered, read or failed
 * @failure: for a failed receipt
 */
typedef struct
{
  CallboardEventKind     kind;
  char                  *provider_id;
  char                  *from;
  char                  *text;
  char                  *choice;
  char                  *quoted;
  GPtrArray             *files;
  char                  *key;
  gint64                 at;
  CallboardMessageState  state;
  CallboardFailure       failure;
  char                  *code;
  char                  *detail;
} CallboardEvent;

void callboard_event_free     (CallboardEvent *event);

/**
 * callboard_event_add_file:
 * @event: a message
 * @type: what the provider says it is
 * @source: where the provider keeps it
 */
void callboard_event_add_file (CallboardEvent *event,
                               const char     *type,
                               const char     *source);

/**
 * callboard_event_add_named_file:
 * @event: a message
 * @type: what the provider says it is
 * @name: (nullable): what the sender calls it
 * @source: where the provider keeps it
 */
void callboard_event_add_named_file (CallboardEvent *event,
                                     const char     *type,
                                     const char     *name,
                                     const char     *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardEvent, callboard_event_free)

/**
 * CallboardParser:
 * @raw: an event as the provider sent it
 * @error: return location
 *
 * Understands one stored event. Runs on the writer thread: pure, no I/O, no globals.
 *
 * Returns: (transfer full): the event, or %NULL with %CALLBOARD_CHANNEL_ERROR_MALFORMED
 */
typedef CallboardEvent *(*CallboardParser) (const char  *raw,
                                            GError     **error);

#define CALLBOARD_CHANNEL_ERROR (callboard_channel_error_quark ())

/**
 * CallboardChannelError:
 * @CALLBOARD_CHANNEL_ERROR_UNREACHABLE: no connection, name not found, TLS failure
 * @CALLBOARD_CHANNEL_ERROR_REFUSED: the provider refuses the credentials
 * @CALLBOARD_CHANNEL_ERROR_MALFORMED: what came back is not what the provider documents (HTML, half a body, rubbish)
 * @CALLBOARD_CHANNEL_ERROR_BUSY: the provider asks to wait
 * @CALLBOARD_CHANNEL_ERROR_GONE: the provider no longer has what was asked for, and never will
 * @CALLBOARD_CHANNEL_ERROR_SECRET: the password could not be read from the Secret Service
 * @CALLBOARD_CHANNEL_ERROR_FAILED: anything else
 */
typedef enum
{
  CALLBOARD_CHANNEL_ERROR_UNREACHABLE,
  CALLBOARD_CHANNEL_ERROR_REFUSED,
  CALLBOARD_CHANNEL_ERROR_MALFORMED,
  CALLBOARD_CHANNEL_ERROR_BUSY,
  CALLBOARD_CHANNEL_ERROR_GONE,
  CALLBOARD_CHANNEL_ERROR_SECRET,
  CALLBOARD_CHANNEL_ERROR_FAILED,
} CallboardChannelError;

GQuark callboard_channel_error_quark (void);

/**
 * CallboardReview:
 * @name: the template's name
 * @language: the campaign's language
 * @request: the JSON that asks for the template
 * @asked: whether the provider has been asked
 * @state: (nullable): what the provider says: "pending", "approved", "rejected" or "paused"; %NULL if nothing
 * @reason: (nullable): why it was rejected
 *
 * A template that the provider looks at.
 */
typedef struct
{
  char    *name;
  char    *language;
  char    *request;
  gboolean asked;
  char    *state;
  char    *reason;
} CallboardReview;

void callboard_review_free (CallboardReview *review);

#define CALLBOARD_TYPE_CHANNEL (callboard_channel_get_type())

/* What carries the messages of one account. All calls on the main loop's thread. */
G_DECLARE_INTERFACE (CallboardChannel, callboard_channel, CALLBOARD, CHANNEL, GObject)

struct _CallboardChannelInterface
{
  GTypeInterface parent_iface;

  void                 (*send_async)    (CallboardChannel         *self,
                                         const CallboardOutgoing  *outgoing,
                                         GCancellable             *cancellable,
                                         GAsyncReadyCallback       callback,
                                         gpointer                  user_data);
  CallboardSendResult *(*send_finish)   (CallboardChannel         *self,
                                         GAsyncResult             *result);
  void                 (*poll_async)    (CallboardChannel         *self,
                                         const char               *cursor,
                                         GPtrArray                *pending,
                                         GCancellable             *cancellable,
                                         GAsyncReadyCallback       callback,
                                         gpointer                  user_data);
  GPtrArray           *(*poll_finish)   (CallboardChannel         *self,
                                         GAsyncResult             *result,
                                         char                    **next_cursor,
                                         GError                  **error);
  void                 (*lookup_async)  (CallboardChannel         *self,
                                         const CallboardOutgoing  *outgoing,
                                         GCancellable             *cancellable,
                                         GAsyncReadyCallback       callback,
                                         gpointer                  user_data);
  CallboardSendResult *(*lookup_finish) (CallboardChannel         *self,
                                         GAsyncResult             *result,
                                         GError                  **error);
  double               (*get_rate)      (CallboardChannel         *self);
  void                 (*fetch_async)   (CallboardChannel         *self,
                                         const char               *source,
                                         CallboardFileWriter      *writer,
                                         GCancellable             *cancellable,
                                         GAsyncReadyCallback       callback,
                                         gpointer                  user_data);
  gboolean             (*fetch_finish)  (CallboardChannel         *self,
                                         GAsyncResult             *result,
                                         GError                  **error);
  void                 (*check_async)   (CallboardChannel         *self,
                                         GCancellable             *cancellable,
                                         GAsyncReadyCallback       callback,
                                         gpointer                  user_data);
  CallboardCheckResult *(*check_finish) (CallboardChannel         *self,
                                         GAsyncResult             *result,
                                         GError                  **error);
  void                 (*review_async)  (CallboardChannel         *self,
                                         GPtrArray                *reviews,
                                         GCancellable             *cancellable,
                                         GAsyncReadyCallback       callback,
                                         gpointer                  user_data);
  GPtrArray           *(*review_finish) (CallboardChannel         *self,
                                         GAsyncResult             *result,
                                         GError                  **error);
};

/**
 * callboard_channel_send_async:
 * @self: a channel
 * @outgoing: what to send; copied
 * @cancellable: (nullable): cancelled only when the program ends; the outcome is then unknown
 * @callback: called when the provider answered or will not
 * @user_data: for @callback
 *
 * Sends one claimed message, once. It never retries by itself.
 */
void                 callboard_channel_send_async    (CallboardChannel         *self,
                                                      const CallboardOutgoing  *outgoing,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);

/**
 * callboard_channel_send_finish:
 * @self: a channel
 * @result: what the callback got
 *
 * There is no error: every fault is an outcome.
 *
 * Returns: (transfer full): what became of the message
 */
CallboardSendResult *callboard_channel_send_finish   (CallboardChannel         *self,
                                                      GAsyncResult             *result);

/**
 * callboard_channel_poll_async:
 * @self: a channel
 * @cursor: (nullable): what the last poll left, %NULL for the first
 * @pending: (element-type utf8): provider ids of messages whose final status is not known
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks the provider for what came in and for statuses. A channel that is told by itself returns nothing.
 */
void                 callboard_channel_poll_async    (CallboardChannel         *self,
                                                      const char               *cursor,
                                                      GPtrArray                *pending,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);

/**
 * callboard_channel_poll_finish:
 * @self: a channel
 * @result: what the callback got
 * @next_cursor: (out) (transfer full) (nullable): to be kept with the events, for the next poll
 * @error: return location for a %CALLBOARD_CHANNEL_ERROR
 *
 * Returns: (transfer full) (element-type CallboardRawEvent): events, oldest first, some perhaps seen before
 */
GPtrArray           *callboard_channel_poll_finish   (CallboardChannel         *self,
                                                      GAsyncResult             *result,
                                                      char                    **next_cursor,
                                                      GError                  **error);

/**
 * callboard_channel_lookup_async:
 * @self: a channel
 * @outgoing: a message whose outcome is unknown
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks the provider whether it has the message. The caller has waited out the provider's processing time.
 */
void                 callboard_channel_lookup_async  (CallboardChannel         *self,
                                                      const CallboardOutgoing  *outgoing,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);

/**
 * callboard_channel_lookup_finish:
 * @self: a channel
 * @result: what the callback got
 * @error: return location for a %CALLBOARD_CHANNEL_ERROR
 *
 * Returns: (transfer full): %CALLBOARD_OUTCOME_ACCEPTED with the provider's id if it has the message, else
 *   %CALLBOARD_OUTCOME_UNKNOWN; %NULL on error
 */
CallboardSendResult *callboard_channel_lookup_finish (CallboardChannel         *self,
                                                      GAsyncResult             *result,
                                                      GError                  **error);

/**
 * callboard_channel_get_rate:
 * @self: a channel
 *
 * Returns: how many messages a second the account may send
 */
double               callboard_channel_get_rate      (CallboardChannel         *self);

/**
 * callboard_channel_fetch_async:
 * @self: a channel
 * @source: the #CallboardEventFile.source of one of its events
 * @writer: takes the bytes; must stay alive until the callback
 * @cancellable: (nullable): a cancellable
 * @callback: called when all bytes are written or none will come
 * @user_data: for @callback
 *
 * Fetches a file that came with a message, once. What it is worth is for the writer to say.
 */
void                 callboard_channel_fetch_async   (CallboardChannel         *self,
                                                      const char               *source,
                                                      CallboardFileWriter      *writer,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);

/**
 * callboard_channel_fetch_finish:
 * @self: a channel
 * @result: what the callback got
 * @error: return location for a %CALLBOARD_CHANNEL_ERROR, of which %CALLBOARD_CHANNEL_ERROR_GONE is final, or for the
 *   %CALLBOARD_FILES_ERROR of the writer
 *
 * Returns: whether the writer has the whole file
 */
gboolean             callboard_channel_fetch_finish  (CallboardChannel         *self,
                                                      GAsyncResult             *result,
                                                      GError                  **error);

/**
 * callboard_channel_check_async:
 * @self: a channel
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks the provider whether it accepts the account, by a request that sends nothing and costs nothing. A channel that
 * implements none, such as the rehearsal, is in order.
 */
void                 callboard_channel_check_async   (CallboardChannel         *self,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);

/**
 * callboard_channel_check_finish:
 * @self: a channel
 * @result: what the callback got
 * @error: return location for a %CALLBOARD_CHANNEL_ERROR, with words for people that say what to correct
 *
 * Returns: (transfer full): what the provider says of the account; %NULL on error
 */
CallboardCheckResult *callboard_channel_check_finish (CallboardChannel         *self,
                                                      GAsyncResult             *result,
                                                      GError                  **error);

/**
 * callboard_channel_can_review:
 * @self: a channel
 *
 * Returns: whether its provider approves templates
 */
gboolean             callboard_channel_can_review    (CallboardChannel         *self);

/**
 * callboard_channel_review_async:
 * @self: a channel that can
 * @reviews: (element-type CallboardReview): templates; kept until the answer, which is written into them
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks for the templates that were not asked for yet, and what became of all of them.
 */
void                 callboard_channel_review_async  (CallboardChannel         *self,
                                                      GPtrArray                *reviews,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);

/**
 * callboard_channel_review_finish:
 * @self: a channel
 * @result: what the callback got
 * @error: return location for a %CALLBOARD_CHANNEL_ERROR
 *
 * Returns: (transfer full) (element-type CallboardReview): the same templates, with what the provider says; %NULL on error
 */
GPtrArray           *callboard_channel_review_finish (CallboardChannel         *self,
                                                      GAsyncResult             *result,
                                                      GError                  **error);

G_END_DECLS
