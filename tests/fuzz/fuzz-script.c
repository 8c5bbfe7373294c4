/* fuzz-script.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a campaign, and any conversation in any campaign. */

#include "config.h"

#include "callboard-fuzz.h"

#include <string.h>

#include "callboard-clock.h"
#include "callboard-json.h"
#include "callboard-script.h"
#include "random_campaign.h"

#define NOW        G_GINT64_CONSTANT (1772445600000000)
#define MAX_EVENTS 120
#define MAX_SLOTS  30

/* One conversation. choices: what was offered; answers: the ids of the steps that have one. */
typedef struct
{
  Chance               *chance;
  CallboardScript      *script;
  CallboardScriptState  state;
  GPtrArray            *choices;
  GHashTable           *keys;
  GHashTable           *answers;
  gint64                now;
  gboolean              completed;
} Talk;

typedef struct
{
  CallboardScriptEvent  event;
  CallboardReplyFile    files[3];
  char                 *text;
  char                 *choice;
  char                 *quoted;
  GArray               *slots;
} Happening;

static void
happening_clear (Happening *happening)
{
  g_free (happening->text);
  g_free (happening->choice);
  g_free (happening->quoted);
  g_clear_pointer (&happening->slots, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Happening, happening_clear)

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  callboard_fuzz_be_strict ();

  return 0;
}

static void
check (gboolean    holds,
       const char *what)
{
  if (!holds)
    g_error ("%s", what);
}

static void
check_same (const char *text,
            const char *again,
            const char *what)
{
  if (g_strcmp0 (text, again) != 0)
    g_error ("%s: %s is not %s", what, again, text);
}

static void
check_text (const char *text,
            const char *what)
{
  check (text != NULL && g_utf8_validate (text, -1, NULL), what);
}

/* Everything of an effect, to compare. */
static void
describe (GString         *words,
          CallboardEffect *effect)
{
  g_string_append_printf (words, "%d|%s|%s|%s|%s|%s|%s|%s|%s|%s|%d%d%d|%g|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT,
                          effect->kind, effect->key, effect->text, effect->question, effect->value, effect->choices,
                          effect->session, effect->message_kind, effect->template, effect->why, effect->starts,
                          effect->flagged, effect->scored, effect->score, effect->starts_at, effect->ends_at);
  for (guint i = 0; effect->files != NULL && i < effect->files->len; i++)
    g_string_append_printf (words, "|%" G_GINT64_FORMAT, g_array_index (effect->files, gint64, i));

  g_string_append_c (words, '\n');
}

/* What a step does, and where it leads. */
static char *
describe_step (Talk                       *talk,
               const CallboardScriptState *state,
               const CallboardScriptEvent *event)
{
  CallboardScriptState next;
  g_autoptr(GPtrArray) effects = callboard_script_step (talk->script, state, event, talk->now, &next);
  g_autofree char *text = callboard_script_state_to_text (&next);
  GString *words = g_string_new (text);

  for (guint i = 0; i < effects->len; i++)
    describe (words, g_ptr_array_index (effects, i));

  return g_string_free (words, FALSE);
}

/* The log, and the states that the database holds, tell the same again. */
static void
check_replay (Talk                       *talk,
              const CallboardScriptEvent *event)
{
  g_autofree char *text = callboard_script_state_to_text (&talk->state);
  CallboardScriptState state = callboard_script_state_from_text (text);
  g_autofree char *again = callboard_script_state_to_text (&state);
  g_autofree char *logged = callboard_script_event_to_json (event);
  g_autoptr(CallboardScriptEvent) read = callboard_script_event_from_json (logged, NULL);
  g_autofree char *relogged = read != NULL ? callboard_script_event_to_json (read) : NULL;
  g_autofree char *told = describe_step (talk, &talk->state, event);
  g_autofree char *retold = describe_step (talk, &state, read != NULL ? read : event);

  check_same (text, again, "A state that is another when it is read");
  check_same (logged, relogged, "An event that is another when it is read");
  check_same (told, retold, "A replay that differs");
}

static void
check_choices (const char *choices,
               GHashTable *ids)
{
  g_autofree char *wrapped = g_strdup_printf ("{\"choices\":%s}", choices);
  g_autoptr(JsonObject) object = callboard_json_parse_object (wrapped, -1, strlen (wrapped) + 1, NULL);
  JsonArray *array = object != NULL ? callboard_json_get_array (object, "choices") : NULL;

  check (array != NULL && json_array_get_length (array) > 0, "Choices that are none");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *choice = callboard_json_array_get_object (array, i);
      const char *id = callboard_json_get_string (choice, "id");

      check (id != NULL && callboard_json_get_string (choice, "title") != NULL, "A choice without id or title");
      check (strchr (id, '/') != NULL, "A choice that does not tell its step");
      check (g_hash_table_add (ids, g_strdup (id)), "Two choices with one id");
    }
}

static void
take_message (Talk                  *talk,
              const CallboardEffect *effect)
{
  static const char * const kinds[] = { "first", "step", "nudge", "reminder", "notice", NULL };
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *step = callboard_script_step_of_key (effect->key);

  check_text (effect->text, "A message that is no text");
  check (step != NULL, "A key without a step");
  check (effect->message_kind != NULL && g_strv_contains (kinds, effect->message_kind), "An unknown kind of message");
  check (g_hash_table_add (talk->keys, g_strdup (effect->key)), "Two messages with one key");
  if (effect->choices == NULL)
    return;

  check_choices (effect->choices, ids);
  g_ptr_array_add (talk->choices, g_strdup (effect->choices));
}

static void
take_answer (Talk                  *talk,
             const CallboardEffect *effect)
{
  check (effect->key != NULL, "An answer without its step");
  check_text (effect->question, "An answer without its question");
  check_text (effect->value, "An answer without value");
  check_text (effect->text, "An answer without text");
  g_hash_table_replace (talk->answers, g_strdup (effect->key), g_memdup2 (&effect->score, sizeof (double)));
}

static void
take_effect (Talk                  *talk,
             const CallboardEffect *effect)
{
  check (effect->why != NULL && callboard_why_describe (effect->why) != effect->why, "An effect without a reason");

  switch ((int) effect->kind)
    {
    case CALLBOARD_EFFECT_SEND:
      take_message (talk, effect);
      break;

    case CALLBOARD_EFFECT_ANSWER:
      take_answer (talk, effect);
      break;

    case CALLBOARD_EFFECT_FORGET_ANSWER:
      check (g_hash_table_remove (talk->answers, effect->key), "An answer is forgotten that nobody gave");
      break;

    case CALLBOARD_EFFECT_OFFER:
      check (effect->ends_at == 0 || effect->starts_at < effect->ends_at, "An offer of no time");
      break;

    case CALLBOARD_EFFECT_BOOK:
      check (effect->starts_at > 0 && effect->starts_at < effect->ends_at, "An interview of no time");
      break;

    case CALLBOARD_EFFECT_COMPLETE:
      check (!talk->completed, "A campaign that is completed twice");
      talk->completed = TRUE;
      break;
    }
}

static void
check_progress (Talk *talk)
{
  GHashTableIter iter;
  gpointer score;
  guint done, total;
  double max = 0, sum = 0;
  gboolean scored = callboard_script_get_max_score (talk->script, &talk->state, &max);

  callboard_script_get_progress (talk->script, &talk->state, &done, &total);
  check (done <= total && total <= callboard_script_get_total (talk->script), "More is done than there is");

  g_hash_table_iter_init (&iter, talk->answers);
  while (g_hash_table_iter_next (&iter, NULL, &score))
    sum += *(double *) score;
  check (!scored || sum <= max + 1e-6 * ABS (max), "A score above the highest");
}

/* Nobody goes back to before the beginning, nor on after the end but to choose another time for an interview. */
static gboolean
is_legal (CallboardPhase from,
          CallboardPhase to,
          gboolean       schedule)
{
  if (from == to)
    return TRUE;

  switch ((int) to)
    {
    case CALLBOARD_PHASE_START:
      return FALSE;

    case CALLBOARD_PHASE_WELCOME:
      return from == CALLBOARD_PHASE_START;

    case CALLBOARD_PHASE_SLOTS:
    case CALLBOARD_PHASE_BOOKED:
      return schedule && from != CALLBOARD_PHASE_START;

    default:
      return from != CALLBOARD_PHASE_DONE;
    }
}

static void
play (Talk                       *talk,
      const CallboardScriptEvent *event)
{
  CallboardScriptState next;
  g_autoptr(GPtrArray) effects = NULL;

  check_replay (talk, event);
  effects = callboard_script_step (talk->script, &talk->state, event, talk->now, &next);
  check (is_legal (talk->state.phase, next.phase, callboard_script_get_schedule (talk->script) != NULL), "An illegal phase");
  for (guint i = 0; i < effects->len; i++)
    take_effect (talk, g_ptr_array_index (effects, i));

  talk->state = next;
  check_progress (talk);
}

static void
fill_reply (Talk      *talk,
            Happening *happening)
{
  static const char * const zones[] = { NULL, "Europe/London", "America/New_York", "Nowhere/Else" };
  Chance *chance = talk->chance;
  CallboardScriptEvent *event = &happening->event;

  happening->text = chance_happens (chance, 25) ? chance_bytes (chance, 256) : random_campaign_say (chance);
  if (chance_happens (chance, 30))
    happening->choice = random_campaign_press (chance, talk->choices);
  if (chance_happens (chance, 10))
    happening->quoted = g_strdup_printf ("s%u_%u", chance_pick (chance, 5), chance_pick (chance, 4));

  event->n_files = chance_happens (chance, 30) ? chance_pick (chance, G_N_ELEMENTS (happening->files) + 1) : 0;
  for (guint i = 0; i < event->n_files; i++)
    happening->files[i] = (CallboardReplyFile) {
      1 + chance_pick (chance, 256), chance_pick (chance, CALLBOARD_FILE_KIND_AUDIO + 1), chance_pick (chance, 256) * 100,
      chance_pick (chance, 256)
    };

  event->text = happening->text;
  event->choice = happening->choice;
  event->quoted = happening->quoted;
  event->files = event->n_files > 0 ? happening->files : NULL;
  event->zone = zones[chance_pick (chance, G_N_ELEMENTS (zones))];
  event->word = chance_happens (chance, 90) ? callboard_words_classify (event->text, NULL)
                                            : chance_pick (chance, CALLBOARD_WORD_NO + 1);
}

static void
fill_slots (Talk      *talk,
            Happening *happening)
{
  guint n = chance_pick (talk->chance, MAX_SLOTS);
  gint64 at = talk->now;

  happening->event.slots = happening->slots = callboard_slots_new ();
  for (guint i = 0; i < n; i++)
    {
      at += (1 + chance_pick (talk->chance, 60)) * 30 * CALLBOARD_MINUTE;
      callboard_slots_add (happening->slots, at, at + 30 * CALLBOARD_MINUTE, chance_happens (talk->chance, 20) ? "s1" : NULL);
    }
}

/* Mostly what the program itself would tell next, but not always. */
static CallboardScriptEventKind
choose_kind (Talk *talk)
{
  if (chance_happens (talk->chance, 25))
    return chance_pick (talk->chance, CALLBOARD_SCRIPT_CALL_OFF + 1);

  if (talk->state.phase == CALLBOARD_PHASE_START)
    return CALLBOARD_SCRIPT_START;

  if (talk->state.phase == CALLBOARD_PHASE_SLOTS && talk->state.n_slots == 0)
    return chance_happens (talk->chance, 50) ? CALLBOARD_SCRIPT_BOOKED : CALLBOARD_SCRIPT_SLOTS;

  return CALLBOARD_SCRIPT_REPLY;
}

static void
go_on (Talk *talk)
{
  g_auto(Happening) happening = { .event.kind = choose_kind (talk) };
  CallboardScriptEvent *event = &happening.event;

  switch ((int) event->kind)
    {
    case CALLBOARD_SCRIPT_REPLY:
      fill_reply (talk, &happening);
      break;

    case CALLBOARD_SCRIPT_NUDGE:
      event->n = 1 + chance_pick (talk->chance, 3);
      event->last = chance_happens (talk->chance, 30);
      break;

    case CALLBOARD_SCRIPT_SLOTS:
      fill_slots (talk, &happening);
      break;

    case CALLBOARD_SCRIPT_BOOKED:
      event->starts_at = talk->now + (1 + chance_pick (talk->chance, 100)) * CALLBOARD_HOUR;
      break;

    case CALLBOARD_SCRIPT_REMIND:
      event->reminder = chance_pick (talk->chance, 2);
      break;
    }

  play (talk, event);
  talk->now += chance_pick (talk->chance, 64) * CALLBOARD_HOUR / 4;
}

static void
converse (CallboardScript *script,
          Chance          *chance)
{
  Talk talk = { .chance = chance, .script = script, .now = NOW };

  talk.choices = g_ptr_array_new_with_free_func (g_free);
  talk.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  talk.answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < MAX_EVENTS && !chance_is_over (chance); i++)
    go_on (&talk);

  g_ptr_array_unref (talk.choices);
  g_hash_table_unref (talk.keys);
  g_hash_table_unref (talk.answers);
}

static void
spoil (char   *document,
       Chance *chance)
{
  gsize length = strlen (document);
  guint n = chance_pick (chance, 4);

  for (guint i = 0; i < n; i++)
    document[(chance_pick (chance, 256) << 8 | chance_pick (chance, 256)) % length] = MAX (chance_pick (chance, 256), 1);
}

/* Two bytes in three begin a generated campaign, perhaps a spoilt one; else the text up to the first 0 is one. */
static char *
take_document (Chance   *chance,
               gboolean *sound)
{
  static const CallboardStageType types[] = { CALLBOARD_STAGE_FORM, CALLBOARD_STAGE_SCHEDULE, CALLBOARD_STAGE_REJECT };
  guint how = chance_pick (chance, 6);
  char *document;

  *sound = how > 0 && how <= G_N_ELEMENTS (types);
  if (how == 0)
    {
      gsize length = strnlen ((const char *) chance->bytes, chance->n_bytes);

      document = g_strndup ((const char *) chance->bytes, length);
      chance->bytes += MIN (length + 1, chance->n_bytes);
      chance->n_bytes -= MIN (length + 1, chance->n_bytes);
      return document;
    }

  document = random_campaign_new (chance, types[how % G_N_ELEMENTS (types)]);
  if (!*sound)
    spoil (document, chance);

  return document;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  Chance chance = CHANCE_OF_BYTES (data, size);
  gboolean sound;
  g_autofree char *document = take_document (&chance, &sound);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardScript) script = callboard_script_parse (document, &error);

  check ((script != NULL) == (error == NULL), "A campaign that is refused without a reason");
  check (script != NULL || !sound, "A good campaign that is refused");
  if (script == NULL)
    return 0;

  for (CallboardStageType type = CALLBOARD_STAGE_FORM; type <= CALLBOARD_STAGE_REVIEW; type++)
    {
      g_autofree char *problem = callboard_script_check (script, type, NULL, NULL);
      g_autofree char *words = callboard_problem_describe (problem);
    }

  converse (script, &chance);

  return 0;
}
