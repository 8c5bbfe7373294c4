/* callboard-approval.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-approval.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "callboard-merge-field.h"
#include "callboard-merge.h"
#include "callboard-script-check-private.h"

#define MAX_NAME 512

/* Stands for a variable while a text is looked at. */
#define VARIABLE "\001"

void
callboard_approval_fault_free (CallboardApprovalFault *fault)
{
  g_free (fault->member);
  g_free (fault->text);
  g_free (fault);
}

static void
add (GPtrArray  *faults,
     const char *member,
     const char *text)
{
  CallboardApprovalFault *fault = g_new0 (CallboardApprovalFault, 1);

  fault->member = g_strdup (member);
  fault->text = g_strdup (text);
  g_ptr_array_add (faults, fault);
}

static void
check_name (GPtrArray  *faults,
            const char *name)
{
  if (name == NULL || *name == '\0')
    add (faults, "welcome.template.name", _("the template needs a name"));
  else if (name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_")] != '\0' || strlen (name) > MAX_NAME)
    add (faults, "welcome.template.name", _("the name may have only small letters from a to z, digits and underscores"));
}

static const char *
mark_variable (const char *field,
               gpointer    data)
{
  guint *n = data;

  (*n)++;

  return VARIABLE;
}

static gboolean
is_emoji_or_blank (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return g_unichar_isspace (letter) || type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL ||
         type == G_UNICODE_FORMAT || type == G_UNICODE_ENCLOSING_MARK || letter == 0xfe0f;
}

static gboolean
has_neighbours (const char *marked)
{
  for (const char *at = strstr (marked, VARIABLE); at != NULL; at = strstr (at + 1, VARIABLE))
    {
      if (at[1 + strspn (at + 1, " \t\r\n")] == *VARIABLE)
        return TRUE;
    }

  return FALSE;
}

static guint
count_words (const char *marked)
{
  g_auto(GStrv) parts = g_strsplit_set (marked, " \t\r\n" VARIABLE, -1);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    n += *parts[i] != '\0' ? 1 : 0;

  return n;
}

static void
check_ends (GPtrArray  *faults,
            const char *marked)
{
  const char *end = marked + strlen (marked);
  gunichar first = g_utf8_get_char (marked), last = end > marked ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;

  if (first == (gunichar) *VARIABLE || last == (gunichar) *VARIABLE)
    add (faults, "welcome.text", _("WhatsApp refuses a template that begins or ends with a merge field"));
  else if (is_emoji_or_blank (first) || is_emoji_or_blank (last))
    add (faults, "welcome.text", _("WhatsApp refuses a template that begins or ends with an emoji or a blank"));
}

static void
check_body (GPtrArray  *faults,
            const char *body)
{
  guint n = 0;
  g_autofree char *marked = callboard_merge_render (body, mark_variable, &n);
  glong length = g_utf8_strlen (body, -1);

  if (length < CALLBOARD_APPROVAL_MIN_BODY)
    add (faults, "welcome.text", _("WhatsApp wants at least 30 characters in a template"));
  if (length > CALLBOARD_APPROVAL_MAX_BODY)
    add (faults, "welcome.text", _("WhatsApp takes at most 1024 characters in a template"));

  check_ends (faults, marked);
  if (has_neighbours (marked))
    add (faults, "welcome.text", _("WhatsApp refuses two merge fields side by side: put words between them"));
  else if (count_words (marked) < 2 * n + 1)
    add (faults, "welcome.text", _("there are too many merge fields for so few words"));
}

static void
check_samples (GPtrArray  *faults,
               const char *body,
               GHashTable *samples)
{
  g_autoptr(GPtrArray) fields = NULL;
  g_autofree char *written = callboard_approval_write_body (body, FALSE, &fields);

  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = g_ptr_array_index (fields, i);
      g_autofree char *member = g_strconcat ("welcome.template.samples.", field, NULL);
      g_autofree char *says = NULL;

      if (!callboard_text_is_empty (g_hash_table_lookup (samples, field)))
        continue;

      /* Translators: the name of a merge field */
      says = g_strdup_printf (_("“%s” needs an example, from which WhatsApp sees what is meant"),
                              callboard_merge_field_get_label (field));
      add (faults, member, says);
    }
}

static void
check_footer (GPtrArray  *faults,
              const char *footer)
{
  if (footer == NULL)
    return;

  if (g_utf8_strlen (footer, -1) > CALLBOARD_APPROVAL_MAX_FOOTER)
    add (faults, "welcome.template.footer", _("the footer may have at most 60 characters"));
  if (strstr (footer, "{{") != NULL)
    add (faults, "welcome.template.footer", _("the footer may have no merge fields"));
}

static void
check_buttons (GPtrArray *faults,
               GPtrArray *buttons)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (buttons->len > CALLBOARD_APPROVAL_MAX_BUTTONS)
    add (faults, "welcome.template.buttons", _("a template has at most 10 buttons"));

  for (guint i = 0; i < buttons->len; i++)
    {
      char *title = g_ptr_array_index (buttons, i);

      if (callboard_text_is_empty (title))
        add (faults, "welcome.template.buttons", _("a button has no title"));
      else if (g_utf8_strlen (title, -1) > CALLBOARD_APPROVAL_MAX_BUTTON)
        add (faults, "welcome.template.buttons", _("a button's title may have at most 25 characters"));
      else if (!g_hash_table_add (seen, title))
        add (faults, "welcome.template.buttons", _("two buttons have the same title"));
    }
}

GPtrArray *
callboard_approval_list_faults (CallboardScript *script)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_approval_fault_free);
  const CallboardScriptTemplate *template;
  const char *body;

  g_return_val_if_fail (script != NULL, faults);

  template = script->template;
  body = script->welcome != NULL ? script->welcome : "";
  if (template == NULL)
    return faults;

  check_name (faults, template->name);
  check_body (faults, body);
  check_samples (faults, body, template->samples);
  check_footer (faults, template->footer);
  check_buttons (faults, template->buttons);

  return faults;
}

char *
callboard_approval_describe_reason (const char *reason)
{
  static const struct {
    const char *reason;
    const char *words;
  } reasons[] = {
    { "ABUSIVE_CONTENT", N_("WhatsApp finds the text offensive or threatening. Write it more kindly.") },
    { "INCORRECT_CATEGORY", N_("The category does not fit. Who did not apply for the job is invited as Marketing; Utility is a "
                               "step of an application, without advertising.") },
    { "INVALID_FORMAT", N_("The format is wrong. Look at the merge fields, the examples and the ends of the text.") },
    { "PROMOTIONAL", N_("The text advertises. Leave that out, or choose Marketing.") },
    { "SCAM", N_("WhatsApp takes the text for fraud. Say who you are, and ask for no passwords or bank details.") },
    { "TAG_CONTENT_MISMATCH", N_("The text is not in the campaign's language, or does not fit the category.") },
    { "EXISTS", N_("WhatsApp has another text under this name. Choose another name.") },
    { "REHEARSAL", N_("The rehearsal rejects every template, as it was told to.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_strcmp0 (reason, reasons[i].reason) == 0)
        return g_strdup (_(reasons[i].words));
    }

  /* Words of WhatsApp's own. */
  if (reason != NULL && strchr (reason, ' ') != NULL)
    return g_strdup (reason);

  return g_strdup (_("WhatsApp gave no reason. Change the text, and submit it again."));
}
