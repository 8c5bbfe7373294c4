/* random_campaign.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "random_campaign.h"

#include <string.h>

#define MAX_MODULES 5
#define MAX_PARTS   4

#define HASH  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define ABC   "\"choices\":[{\"id\":\"a\",\"label\":\"Early\",\"points\":2},{\"id\":\"b\",\"label\":\"Late\"}," \
              "{\"id\":\"c\",\"label\":\"Any and all of them, whenever it suits you\",\"points\":-1}]"

/* when: answers that rules may name. */
typedef struct
{
  const char *members;
  const char *when[4];
} Part;

static const Part questions[] = {
  { "\"type\":\"short_answer\",\"text\":\"When can you start?\"" },
  { "\"type\":\"short_answer\",\"text\":\"Your town?\",\"min_length\":3,\"max_length\":12,\"required\":false" },
  { "\"type\":\"long_answer\",\"text\":\"Why us?\",\"min_length\":2,\"help\":\"A few lines.\"" },
  { "\"type\":\"single_choice\",\"text\":\"Which shift?\"," ABC, { "a", "b", "c" } },
  { "\"type\":\"single_choice\",\"text\":\"Which?\",\"required\":false,\"flag_when\":[\"b\"]," ABC, { "b", "c" } },
  { "\"type\":\"multiple_choice\",\"text\":\"Which of these?\",\"max_choices\":2," ABC },
  { "\"type\":\"yes_no\",\"text\":\"A licence?\",\"flag_when\":[\"no\"],\"points\":{\"yes\":3,\"no\":0}", { "no", "yes" } },
  { "\"type\":\"true_false\",\"text\":\"Two is even.\",\"points\":{\"true\":1,\"false\":-1}", { "true", "false" } },
  { "\"type\":\"number\",\"text\":\"How many years?\",\"min\":0,\"max\":60,\"decimals\":1,\"flag_when\":[\"<1\"],"
    "\"points\":[{\"from\":2,\"to\":5,\"points\":1},{\"from\":5,\"points\":2.5}]", { "<2", ">=10", "3" } },
  { "\"type\":\"date\",\"text\":\"From when on?\",\"earliest\":\"2026-01-01\",\"latest\":\"2027-12-31\",\"required\":false" },
  { "\"type\":\"email\",\"text\":\"Your address?\",\"retry\":\"Once more, please.\"" },
  { "\"type\":\"rating\",\"text\":\"How was it?\",\"points\":true,\"flag_when\":[\"<=2\"]", { "5", "<3" } },
};

static const Part blocks[] = {
  { "\"type\":\"text\",\"text\":\"We pay weekly, {{candidate.first_name|there}}.\"" },
  { "\"type\":\"image\",\"file\":{\"hash\":\"" HASH "\",\"name\":\"map.png\",\"media_type\":\"image/png\",\"size\":999}" },
  { "\"type\":\"document\",\"text\":\"Read this.\",\"file\":{\"hash\":\"" HASH "\",\"name\":\"a.pdf\","
    "\"media_type\":\"application/pdf\",\"size\":12}" },
};

static const Part prompts[] = {
  { "\"text\":\"Tell us about you.\"" },
  { "\"text\":\"A hard day?\",\"seconds\":30,\"voice\":true,\"takes\":3" },
  { "\"text\":\"Anything else?\",\"required\":false" },
};

static const Part requests[] = {
  { "\"text\":\"Your CV\",\"kinds\":[\"pdf\",\"word\"],\"max_bytes\":5000" },
  { "\"text\":\"A picture\",\"hint\":\"Of your licence.\",\"kinds\":[\"image\"],\"required\":false" },
  { "\"text\":\"Anything\",\"kinds\":[\"any\"]" },
};

static const struct {
  const char *type;
  const char *member;
  const Part *parts;
  guint       n_parts;
} modules[] = {
  { "questions", "questions", questions, G_N_ELEMENTS (questions) },
  { "content", "blocks", blocks, G_N_ELEMENTS (blocks) },
  { "video_interview", "prompts", prompts, G_N_ELEMENTS (prompts) },
  { "collect", "requests", requests, G_N_ELEMENTS (requests) },
};

/* Room for all who want it: who is first decides nothing. */
static const char * const schedules[] = {
  "\"text\":\"Choose a time.\",\"capacity\":100,\"zone\":\"Europe/London\",\"hours\":[{\"day\":\"tue\",\"from\":\"09:00\","
  "\"to\":\"17:00\"},{\"day\":\"fri\",\"from\":\"10:00\",\"to\":\"12:00\"}]",
  "\"text\":\"Come and see us.\",\"zone\":\"Europe/Berlin\",\"duration\":45,\"place\":{\"kind\":\"location\",\"text\":\"Gate 4\"},"
  "\"sessions\":[{\"id\":\"s1\",\"starts\":\"2026-03-04T10:00\",\"seats\":90},{\"id\":\"s2\",\"starts\":\"2026-03-06T15:30\","
  "\"seats\":90}],\"notice\":60,\"horizon\":30",
};

static const char * const languages[] = { "en", "de", "fr", "es", "nl", "pt-BR" };

static const char * const sayings[] = {
  "yes", "no", "1", "2", "3", "4", "Early", "late", "both", "none of them", "true", "false", "ja", "non", "5", "2,5", "3.14",
  "-7", "12 years", "1 December", "tomorrow", "2026-05-04", "31.12.2026", "anna@example.com", "my mail is anna @ example", "skip",
  "SKIP", "back", "Back please", "start", "help", "withdraw", "more", "move", "confirm", "Hi!", "?!", "", " ", "👍", "🙏🏽👩‍🚀",
  "\u200f\u202eכן\u202c", "نعم", "１", "Monday morning would be best for me, thanks", "a, b", "1 and 2", "99999999999999999999",
  "1e308", "\xff\xfe", "Jos\xe9", "{{candidate.phone}}", "q1/yes", "\"}],", "line\nline", "yes\tyes", "welcome/begin",
};

static void
append_rules (GString     *json,
              Chance      *chance,
              const Part  *part,
              guint        module,
              guint        n_modules)
{
  for (guint i = 0; i < G_N_ELEMENTS (part->when) && part->when[i] != NULL; i++)
    {
      guint target = module + 1 + chance_pick (chance, n_modules - module);

      g_string_append_printf (json, "%s{\"when\":\"%s\",\"go\":\"", i == 0 ? ",\"rules\":[" : ",", part->when[i]);
      if (target < n_modules)
        g_string_append_printf (json, "m%u\"}", target);
      else
        g_string_append (json, "conclusion\"}");
    }

  g_string_append (json, "]");
}

static void
append_module (GString *json,
               Chance  *chance,
               guint    type,
               guint    module,
               guint    n_modules)
{
  guint n = 1 + chance_pick (chance, MAX_PARTS);

  g_string_append_printf (json, "{\"id\":\"m%u\",\"type\":\"%s\",\"%s\":[", module, modules[type].type, modules[type].member);
  for (guint i = 0; i < n; i++)
    {
      const Part *part = &modules[type].parts[chance_pick (chance, modules[type].n_parts)];

      g_string_append_printf (json, "%s{\"id\":\"s%u_%u\",%s", i == 0 ? "" : ",", module, i, part->members);
      if (part->when[0] != NULL && chance_happens (chance, 40))
        append_rules (json, chance, part, module, n_modules);
      g_string_append_c (json, '}');
    }

  g_string_append (json, "]}");
}

/* A Schedule stage has Content, and the Schedule at its end. */
static void
append_modules (GString  *json,
                Chance   *chance,
                gboolean  schedule)
{
  guint n = 1 + chance_pick (chance, schedule ? 3 : MAX_MODULES);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');

      if (schedule && i == n - 1)
        g_string_append_printf (json, "{\"id\":\"m%u\",\"type\":\"schedule\",%s}", i,
                                schedules[chance_pick (chance, G_N_ELEMENTS (schedules))]);
      else
        append_module (json, chance, schedule ? 1 : chance_pick (chance, G_N_ELEMENTS (modules)), i, n);
    }
}

char *
random_campaign_new (Chance             *chance,
                     CallboardStageType  type)
{
  gboolean schedule = type == CALLBOARD_STAGE_SCHEDULE;
  GString *json = g_string_new ("{\"callboard\":1,\"welcome\":{\"text\":\"Hello {{candidate.first_name|there}}!\"}");

  g_string_append_printf (json, ",\"language\":\"%s\"", languages[chance_pick (chance, G_N_ELEMENTS (languages))]);
  if (type != CALLBOARD_STAGE_REJECT)
    {
      g_string_append (json, ",\"modules\":[");
      append_modules (json, chance, schedule);
      g_string_append_printf (json, "],\"settings\":{\"progress\":%s}", chance_happens (chance, 50) ? "true" : "false");
      if (!schedule)
        g_string_append (json, ",\"conclusion\":{\"text\":\"Thank you for {{job.title}}.\"}");
    }

  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

char *
random_campaign_say (Chance *chance)
{
  return g_strdup (sayings[chance_pick (chance, G_N_ELEMENTS (sayings))]);
}

static char *
find_id (const char *choices,
         guint       n)
{
  static const char mark[] = "\"id\":\"";
  const char *found = choices, *end;

  while ((found = strstr (found, mark)) != NULL)
    {
      found += strlen (mark);
      end = strchr (found, '"');
      if (end == NULL)
        return NULL;

      if (n-- == 0)
        return g_strndup (found, end - found);
    }

  return NULL;
}

/* Mostly of the last message that offered any. */
char *
random_campaign_press (Chance    *chance,
                       GPtrArray *choices)
{
  guint index;

  if (choices->len == 0)
    return NULL;

  index = chance_happens (chance, 80) ? choices->len - 1 : chance_pick (chance, MIN (choices->len, 256));

  return find_id (g_ptr_array_index (choices, index), chance_pick (chance, 5));
}
