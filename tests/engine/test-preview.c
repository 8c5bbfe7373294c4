/* test-preview.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-json.h"
#include "callboard-script-preview.h"
#include "callboard-slots.h"

/* Tuesday, 24 November 2026, 10:00 UTC */
#define NOW (G_GINT64_CONSTANT (1795514400) * G_USEC_PER_SEC)

#define CAMPAIGN(modules)                                                                                      \
  "{\"callboard\": 1, \"language\": \"en\", \"welcome\": {\"text\": \"Hi {{candidate.first_name|there}}\"}," \
  " \"modules\": [" modules "], \"conclusion\": {\"text\": \"Bye\"}}"

#define SCHEDULE                                                                                                 \
  "{\"id\": \"s\", \"type\": \"schedule\", \"text\": \"Choose\", \"duration\": 30, \"zone\": \"Europe/London\"," \
  " \"place\": {\"kind\": \"location\", \"text\": \"1 Main Street\"},"                                          \
  " \"hours\": [{\"day\": \"mon\", \"from\": \"09:00\", \"to\": \"11:00\"}, {\"day\": \"thu\", \"from\": \"09:00\", \"to\": \"11:00\"}]}"

static const CallboardRendering renderings[] = { CALLBOARD_RENDERING_WHATSAPP, CALLBOARD_RENDERING_SMS };

/* A conversation that is really played, answered as below. */
typedef struct
{
  CallboardScript      *script;
  CallboardScriptState  state;
  CallboardValues      *values;
  GPtrArray            *sent;
} Play;

static const struct {
  const char        *step;
  const char        *text;
  CallboardFileKind  file;
} answers[] = {
  { "welcome", "yes" },
  { "short", "In the harbour" },
  { "long", "The smell" },
  { "single", "2" },
  { "multiple", "1, 3" },
  { "yes", "yes" },
  { "true", "true" },
  { "number", "2.5" },
  { "date", "2026-12-01" },
  { "mail", "anna@example.com" },
  { "rating", "4" },
  { "hello", NULL, CALLBOARD_FILE_KIND_VIDEO },
  { "voice", NULL, CALLBOARD_FILE_KIND_AUDIO },
  { "cv", NULL, CALLBOARD_FILE_KIND_PDF },
  { "photo", NULL, CALLBOARD_FILE_KIND_IMAGE },
};

static char *
read_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "campaigns", "everything.json", NULL);
  g_autoptr(GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void step (Play                       *play,
                  const CallboardScriptEvent *event);

static void
offer (Play                  *play,
       const CallboardEffect *effect)
{
  g_autoptr(GArray) slots =
    callboard_slots_find (callboard_script_get_schedule (play->script), NULL, 0, NOW, effect->starts_at, effect->ends_at);
  const CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_SLOTS, .slots = slots };

  step (play, &event);
}

static void
book (Play                  *play,
      const CallboardEffect *effect)
{
  const CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_BOOKED, .starts_at = effect->starts_at };

  callboard_values_set_interview (play->values, effect->starts_at, "Europe/London", "en");
  step (play, &event);
}

static void
step (Play                       *play,
      const CallboardScriptEvent *event)
{
  CallboardScriptState state = play->state;
  GPtrArray *effects = callboard_script_step (play->script, &state, event, NOW, &play->state);

  while (effects->len > 0)
    {
      CallboardEffect *effect = g_ptr_array_steal_index (effects, 0);

      if (effect->kind == CALLBOARD_EFFECT_OFFER)
        offer (play, effect);
      else if (effect->kind == CALLBOARD_EFFECT_BOOK)
        book (play, effect);

      if (effect->kind == CALLBOARD_EFFECT_SEND)
        g_ptr_array_add (play->sent, effect);
      else
        callboard_effect_free (effect);
    }

  g_ptr_array_unref (effects);
}

static char *
get_last_step (Play *play)
{
  const CallboardEffect *last = g_ptr_array_index (play->sent, play->sent->len - 1);

  return callboard_script_step_of_key (last->key);
}

static void
answer (Play       *play,
        const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      const CallboardReplyFile file = { 7, answers[i].file, 1000, 5 };
      CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = answers[i].text };

      if (!g_str_equal (answers[i].step, id))
        continue;

      event.files = answers[i].text == NULL ? &file : NULL;
      event.n_files = answers[i].text == NULL ? 1 : 0;
      step (play, &event);
      return;
    }

  g_assert_not_reached ();
}

static void
compare (GPtrArray          *shown,
         Play               *play,
         CallboardRendering  rendering)
{
  g_assert_cmpuint (shown->len, ==, play->sent->len);
  for (guint i = 0; i < shown->len; i++)
    {
      const CallboardPreviewMessage *message = g_ptr_array_index (shown, i);
      const CallboardEffect *effect = g_ptr_array_index (play->sent, i);
      g_autofree char *id = callboard_script_step_of_key (effect->key);
      g_autofree char *body = callboard_render_body (effect, play->values, "en", rendering);

      g_assert_cmpstr (message->node, ==, id);
      g_assert_cmpstr (message->choices, ==, effect->choices);
      g_assert_cmpstr (message->media != NULL ? message->media->hash : NULL, ==,
                       effect->media != NULL ? effect->media->hash : NULL);

      if (effect->media != NULL && rendering == CALLBOARD_RENDERING_SMS)
        {
          g_assert_null (message->body);
          g_assert_nonnull (message->fault);
          continue;
        }

      g_assert_cmpstr (message->body, ==, body);
      g_assert_null (message->fault);
      if (rendering == CALLBOARD_RENDERING_SMS)
        g_assert_cmpuint (message->sms.parts, ==, callboard_render_count_parts (body, rendering));
    }
}

/* The preview of a whole campaign is what its candidate gets. */
static void
test_everything (void)
{
  g_autofree char *document = read_everything ();
  g_autoptr(CallboardScriptPreview) preview = callboard_script_preview_new (document);
  const CallboardScriptEvent start = { .kind = CALLBOARD_SCRIPT_START };
  Play play = { .script = callboard_script_preview_get_script (preview) };

  play.values = callboard_values_new_sample (play.script, NOW);
  play.sent = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_effect_free);
  step (&play, &start);
  while (play.state.phase != CALLBOARD_PHASE_DONE)
    {
      g_autofree char *id = get_last_step (&play);

      answer (&play, id);
    }

  for (guint i = 0; i < G_N_ELEMENTS (renderings); i++)
    {
      g_autoptr(GPtrArray) shown = callboard_script_preview_list (preview, play.values, renderings[i], NOW);

      g_assert_cmpuint (shown->len, >=, 20);
      compare (shown, &play, renderings[i]);
    }

  g_ptr_array_unref (play.sent);
  callboard_values_free (play.values);
}

/* Days, times, confirmation, with the times of the module's own hours. */
static void
test_schedule (void)
{
  g_autoptr(CallboardScriptPreview) preview = callboard_script_preview_new (CAMPAIGN (SCHEDULE));
  CallboardScript *script = callboard_script_preview_get_script (preview);
  g_autoptr(CallboardValues) values = NULL;
  g_autoptr(GPtrArray) shown = NULL;
  const CallboardPreviewMessage *message;

  g_assert_nonnull (script);
  values = callboard_values_new_sample (script, NOW);
  shown = callboard_script_preview_list (preview, values, CALLBOARD_RENDERING_SMS, NOW);
  g_assert_cmpuint (shown->len, ==, 5);

  message = g_ptr_array_index (shown, 1);
  g_assert_cmpstr (message->node, ==, "s");
  g_assert_true (g_str_has_prefix (message->body, "Choose\n"));
  g_assert_nonnull (strstr (message->body, "1  Thu, 26 Nov"));
  message = g_ptr_array_index (shown, 2);
  g_assert_nonnull (strstr (message->body, "09:40"));
  message = g_ptr_array_index (shown, 3);
  g_assert_nonnull (strstr (message->body, "26 November"));
  g_assert_nonnull (strstr (message->body, "1 Main Street"));
  message = g_ptr_array_index (shown, 4);
  g_assert_cmpstr (message->body, ==, "Bye");
}

/* What is missing or broken, and what is still shown: "node=fault" or "node" for each message; a fault that begins with "~"
 * stands by a message that is shown. */
static const struct {
  const char *name;
  const char *document;
  const char *shown[7];
} drafts[] = {
  { "no-json", "{", { "=" } },
  { "newer", "{\"callboard\": 99}", { "=" } },
  { "blast", "{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}}", { "welcome" } },
  { "no-welcome", "{\"callboard\": 1}", { "welcome=" } },
  { "blank-welcome", "{\"callboard\": 1, \"welcome\": {\"text\": \" \\n\"}, \"conclusion\": {\"text\": \"\"}}",
    { "welcome=", "conclusion=" } },
  { "wrong-welcome", "{\"callboard\": 1, \"welcome\": {\"text\": 7}}", { "welcome=" } },
  { "empty-module", CAMPAIGN ("{\"id\": \"m\", \"type\": \"content\", \"blocks\": []}"), { "welcome", "m=", "conclusion" } },
  { "unknown-module", CAMPAIGN ("{\"id\": \"m\", \"type\": \"song\"}, {\"id\": \"n\", \"type\": \"content\", \"blocks\":"
    " [{\"id\": \"b\", \"type\": \"text\", \"text\": \"La\"}]}"), { "welcome", "m=", "b", "conclusion" } },
  { "broken-parts", CAMPAIGN ("{\"id\": \"m\", \"type\": \"questions\", \"questions\": ["
    "{\"id\": \"a\", \"type\": \"riddle\", \"text\": \"?\"},"
    "{\"id\": \"b\", \"type\": \"short_answer\", \"text\": \"\"},"
    "{\"id\": \"c\", \"type\": \"yes_no\", \"text\": \"?\", \"rules\": [{\"when\": \"no\", \"go\": \"m\"}, {}, {\"when\": \"yes\", \"go\": \"x\"}]},"
    "{\"id\": \"d\", \"type\": \"rating\", \"text\": \"?\", \"max\": 99}]}"), { "welcome", "a=", "b=", "c", "d", "conclusion" } },
  { "same-id", CAMPAIGN ("{\"id\": \"m\", \"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"text\", \"text\": \"La\"},"
    " {\"id\": \"b\", \"type\": \"text\", \"text\": \"Lo\"}]}"), { "welcome", "b", "b", "conclusion" } },
  { "no-file", CAMPAIGN ("{\"id\": \"m\", \"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"image\"},"
    " {\"id\": \"c\", \"type\": \"image\", \"file\": {\"hash\": \"\"}, \"text\": \"La\"}]}"),
    { "welcome", "b=", "c=~", "conclusion" } },
  { "choices", CAMPAIGN ("{\"id\": \"m\", \"type\": \"questions\", \"questions\": ["
    "{\"id\": \"a\", \"type\": \"single_choice\", \"text\": \"?\", \"choices\": []},"
    "{\"id\": \"b\", \"type\": \"single_choice\", \"text\": \"?\", \"choices\": [{\"id\": \"x\", \"label\": \"\"}]}]}"),
    { "welcome", "a=~", "b=~", "conclusion" } },
  { "field", CAMPAIGN ("{\"id\": \"m\", \"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"text\","
    " \"text\": \"Hi {{candidate.shoe_size}}\"}]}"), { "welcome", "b=~", "conclusion" } },
  { "no-hours", CAMPAIGN ("{\"id\": \"s\", \"type\": \"schedule\", \"text\": \"Choose\", \"zone\": \"Europe/London\"}"),
    { "welcome", "s=~", "conclusion" } },
};

static void
test_draft (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr(CallboardScriptPreview) preview = callboard_script_preview_new (drafts[which].document);
  CallboardScript *script = callboard_script_preview_get_script (preview);
  g_autoptr(CallboardValues) values = script != NULL ? callboard_values_new_sample (script, NOW) : NULL;
  g_autoptr(GPtrArray) shown = callboard_script_preview_list (preview, values, CALLBOARD_RENDERING_WHATSAPP, NOW);
  GStrv expected = (GStrv) drafts[which].shown;

  for (guint i = 0; i < shown->len; i++)
    {
      const CallboardPreviewMessage *message = g_ptr_array_index (shown, i);
      g_autofree char *told = g_strconcat (message->node, message->fault != NULL ? "=" : "",
                                           message->fault != NULL && message->body != NULL ? "~" : "", NULL);

      g_test_message ("%s %s", told, message->fault);
      g_assert_cmpstr (told, ==, expected[i]);
      g_assert_true (message->body != NULL || message->fault != NULL);
      g_assert_true (message->fault == NULL || *message->fault != '\0');
    }

  g_assert_cmpuint (shown->len, ==, g_strv_length (expected));
}

/* Each question has its place in the progress, and another candidate's name reaches the text. */
static void
test_values (void)
{
  g_autofree char *document = read_everything ();
  g_autoptr(CallboardScriptPreview) preview = callboard_script_preview_new (document);
  g_autoptr(CallboardValues) values = callboard_values_new_sample (callboard_script_preview_get_script (preview), NOW);
  g_autoptr(GPtrArray) shown = NULL;
  const CallboardPreviewMessage *message;

  callboard_values_set (values, "candidate.first_name", "Zoë");
  shown = callboard_script_preview_list (preview, values, CALLBOARD_RENDERING_SMS, NOW);
  message = g_ptr_array_index (shown, 0);
  g_assert_true (g_str_has_prefix (message->body, "Hi Zoë, shall we begin?"));
  g_assert_cmpuint (message->sms.offender, ==, 0x00eb);
  message = g_ptr_array_index (shown, 8);
  g_assert_cmpstr (message->node, ==, "multiple");
  g_assert_true (g_str_has_prefix (message->body, "Question 4 of 14\n"));
}

static char *
write_long_campaign (void)
{
  GString *modules = g_string_new (NULL);
  g_autofree char *document = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_string_append_printf (modules, "%s{\"id\": \"m%u\", \"type\": \"questions\", \"questions\": [", i > 0 ? "," : "", i);
      for (guint k = 0; k < 6; k++)
        g_string_append_printf (modules, "%s{\"id\": \"m%uq%u\", \"type\": \"single_choice\", \"text\": \"Dear"
                                " {{candidate.first_name|you}}, which shift would you like to work in {{job.location}}?\","
                                " \"choices\": [{\"id\": \"a\", \"label\": \"Early\"}, {\"id\": \"b\", \"label\": \"Late\"}]}",
                                k > 0 ? "," : "", i, k);
      g_string_append (modules, "]}");
    }

  document = g_string_free (modules, FALSE);

  return g_strdup_printf (CAMPAIGN ("%s"), document);
}

static void
test_fast (void)
{
  g_autofree char *document = write_long_campaign ();
  gint64 best = G_MAXINT64;

  if (!g_test_perf ())
    {
      g_test_skip ("not measuring");
      return;
    }

  for (guint i = 0; i < 50; i++)
    {
      gint64 before = g_get_monotonic_time ();
      g_autoptr(CallboardScriptPreview) preview = callboard_script_preview_new (document);
      g_autoptr(CallboardValues) values = callboard_values_new_sample (callboard_script_preview_get_script (preview), NOW);
      gint64 between = g_get_monotonic_time ();
      g_autoptr(GPtrArray) shown = callboard_script_preview_list (preview, values, CALLBOARD_RENDERING_SMS, NOW);

      g_test_message ("read %" G_GINT64_FORMAT " us, list %" G_GINT64_FORMAT " us", between - before,
                      g_get_monotonic_time () - between);
      g_assert_cmpuint (shown->len, ==, 362);
      best = MIN (best, g_get_monotonic_time () - before);
    }

  g_test_minimized_result (best / 1000.0, "%.2f ms", best / 1000.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/everything", test_everything);
  g_test_add_func ("/preview/schedule", test_schedule);
  g_test_add_func ("/preview/values", test_values);
  g_test_add_func ("/preview/fast", test_fast);
  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autofree char *name = g_strconcat ("/preview/draft/", drafts[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_draft);
    }

  return g_test_run ();
}
