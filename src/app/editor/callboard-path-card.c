/* callboard-path-card.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-path-card.h"

#include <glib/gi18n.h>

struct _CallboardPathCard
{
  GtkButton  parent_instance;

  GtkLabel  *name;
  GtkBox    *rules;
  GtkLabel  *text;
  GtkWidget *unreached;

  char      *told;
};

G_DEFINE_FINAL_TYPE (CallboardPathCard, callboard_path_card, GTK_TYPE_BUTTON)

static const CallboardPathStop *
get_stop (GPtrArray *stops,
          guint      position)
{
  return g_ptr_array_index (stops, position);
}

/* "Collect: Please send your CV". */
static char *
tell_stop (const CallboardPathStop *stop)
{
  if (stop->part != NULL || stop->text == NULL)
    return g_strdup (stop->name);

  /* Translators: the kind of a module, and what it begins with */
  return g_strdup_printf (_("%s: %s"), stop->name, stop->text);
}

/* "Early, Late", or NULL if no answer leads there. */
static char *
tell_answers (const CallboardPathStop *stop,
              guint                    target)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new ();

  for (guint i = 0; i < stop->edges->len; i++)
    {
      const CallboardPathEdge *edge = &g_array_index (stop->edges, CallboardPathEdge, i);

      if (edge->target == target && edge->label != NULL)
        g_ptr_array_add (answers, edge->label);
    }

  if (answers->len == 0)
    return NULL;

  g_ptr_array_add (answers, NULL);

  return g_strjoinv (_(", "), (char **) answers->pdata);
}

static void
add_rule (CallboardPathCard *self,
          guint              target,
          const char        *answers,
          const char        *where)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *words = g_strdup_printf ("%s %s %s", answers, rtl ? "←" : "→", where);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "rule");
  g_object_set_data (G_OBJECT (label), "target", GUINT_TO_POINTER (target));
  gtk_box_append (self->rules, label);
}

static void
clear_rules (CallboardPathCard *self)
{
  GtkWidget *rule;

  while ((rule = gtk_widget_get_first_child (GTK_WIDGET (self->rules))) != NULL)
    gtk_box_remove (self->rules, rule);
}

static gboolean
goes_on (const CallboardPathStop *stop)
{
  for (guint i = 0; i < stop->edges->len; i++)
    {
      if (g_array_index (stop->edges, CallboardPathEdge, i).label == NULL)
        return TRUE;
    }

  return FALSE;
}

/* Where it leads, for those who do not see the lines. */
static char *
describe (GPtrArray *stops,
          guint      position)
{
  const CallboardPathStop *stop = get_stop (stops, position);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!stop->reachable)
    g_ptr_array_add (lines, g_strdup (_("No path comes here.")));

  for (guint i = position + 1; i < stops->len; i++)
    {
      g_autofree char *answers = tell_answers (stop, i);
      g_autofree char *where = tell_stop (get_stop (stops, i));

      if (answers != NULL)
        /* Translators: an answer, or several, and the module that comes then */
        g_ptr_array_add (lines, g_strdup_printf (_("After %s: %s."), answers, where));
      if (i == position + 1 && goes_on (stop))
        g_ptr_array_add (lines, g_strdup_printf (_("Leads to %s."), where));
    }

  g_ptr_array_add (lines, NULL);

  return g_strjoinv (" ", (char **) lines->pdata);
}

static void
fill (CallboardPathCard *self,
      GPtrArray         *stops,
      guint              position)
{
  const CallboardPathStop *stop = get_stop (stops, position);

  gtk_label_set_label (self->name, stop->name);
  gtk_label_set_label (self->text, stop->text != NULL ? stop->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), stop->text != NULL);
  gtk_widget_set_visible (self->unreached, !stop->reachable);
  if (stop->reachable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unreached");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unreached");

  clear_rules (self);
  for (guint i = position + 1; i < stops->len; i++)
    {
      g_autofree char *answers = tell_answers (stop, i);
      g_autofree char *where = tell_stop (get_stop (stops, i));

      if (answers != NULL)
        add_rule (self, i, answers, where);
    }
}

static void
callboard_path_card_dispose (GObject *object)
{
  CallboardPathCard *self = CALLBOARD_PATH_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PATH_CARD);
  g_clear_pointer (&self->told, g_free);

  G_OBJECT_CLASS (callboard_path_card_parent_class)->dispose (object);
}

static void
callboard_path_card_class_init (CallboardPathCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_path_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-path-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPathCard, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardPathCard, rules);
  gtk_widget_class_bind_template_child (widget_class, CallboardPathCard, text);
  gtk_widget_class_bind_template_child (widget_class, CallboardPathCard, unreached);
}

static void
callboard_path_card_init (CallboardPathCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_path_card_new (void)
{
  return g_object_new (CALLBOARD_TYPE_PATH_CARD, NULL);
}

void
callboard_path_card_show (CallboardPathCard *self,
                          GPtrArray         *stops,
                          guint              position)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_autofree char *told = NULL;

  g_return_if_fail (CALLBOARD_IS_PATH_CARD (self));
  g_return_if_fail (stops != NULL && position < stops->len);

  name = tell_stop (get_stop (stops, position));
  description = describe (stops, position);
  told = g_strdup_printf ("%u\n%s\n%s\n%s", position, name, get_stop (stops, position)->text, description);
  if (g_strcmp0 (self->told, told) == 0)
    return;

  g_free (self->told);
  self->told = g_steal_pointer (&told);
  fill (self, stops, position);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

gboolean
callboard_path_card_find_line (CallboardPathCard *self,
                               guint              target,
                               double            *y)
{
  g_return_val_if_fail (CALLBOARD_IS_PATH_CARD (self), FALSE);
  g_return_val_if_fail (y != NULL, FALSE);

  for (GtkWidget *rule = gtk_widget_get_first_child (GTK_WIDGET (self->rules)); rule != NULL;
       rule = gtk_widget_get_next_sibling (rule))
    {
      graphene_rect_t place;

      if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (rule), "target")) != target ||
          !gtk_widget_compute_bounds (rule, gtk_widget_get_parent (GTK_WIDGET (self)), &place))
        continue;

      *y = place.origin.y + place.size.height / 2;
      return TRUE;
    }

  return FALSE;
}
