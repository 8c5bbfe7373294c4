/* callboard-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-field.h"

#include <string.h>

#include "callboard-draft.h"
#include "callboard-form.h"
#include "callboard-util.h"

/* What every field has. It is kept beside the object, because fields are of many parent classes. */
typedef struct
{
  CallboardDraftNode *node;
  char               *label;
  char               *member;
  char               *only;
  char               *stages;
  gulong              handler;
  guint               showing : 1;
} State;

G_DEFINE_INTERFACE (CallboardField, callboard_field, GTK_TYPE_WIDGET)

#define STATE "callboard-field-state"

static void
callboard_field_default_init (CallboardFieldInterface *iface)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  g_object_interface_install_property (iface, g_param_spec_string ("label", NULL, NULL, NULL, flags));
  g_object_interface_install_property (iface, g_param_spec_string ("member", NULL, NULL, NULL, flags));
  g_object_interface_install_property (iface, g_param_spec_string ("only", NULL, NULL, NULL, flags));
  g_object_interface_install_property (iface, g_param_spec_string ("stages", NULL, NULL, NULL, flags));
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_clear_object (&state->node);
  g_free (state->label);
  g_free (state->member);
  g_free (state->only);
  g_free (state->stages);
  g_free (state);
}

static State *
get_state (gpointer self)
{
  State *state = g_object_get_data (self, STATE);

  if (state == NULL)
    {
      state = g_new0 (State, 1);
      g_object_set_data_full (self, STATE, state, state_free);
    }

  return state;
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto(GStrv) list = words != NULL ? g_strsplit (words, " ", -1) : NULL;

  return list == NULL || (word != NULL && g_strv_contains ((const char * const *) list, word));
}

static gboolean
belongs (CallboardField *self,
         const State    *state)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), CALLBOARD_TYPE_FORM);
  const char *stage = form != NULL ? callboard_form_get_stage_nick (CALLBOARD_FORM (form)) : NULL;

  return has_word (state->only, callboard_draft_node_get_kind (state->node)) && has_word (state->stages, stage);
}

static void
show (CallboardField *self)
{
  State *state = get_state (self);

  g_assert (CALLBOARD_IS_FIELD (self));

  if (state->node == NULL || state->showing)
    return;

  state->showing = TRUE;
  CALLBOARD_FIELD_GET_IFACE (self)->show (self);
  state->showing = FALSE;
}

static void
disconnect (CallboardField *self,
            State          *state)
{
  if (state->handler != 0)
    g_signal_handler_disconnect (state->node, state->handler);
  state->handler = 0;
  g_clear_object (&state->node);
}

static void
on_changed_cb (CallboardField *self)
{
  show (self);
}

static void
connect_node (CallboardField     *self,
              State              *state,
              CallboardDraftNode *node)
{
  g_autofree char *signal = g_strconcat ("changed::", state->member, NULL);

  state->node = g_object_ref (node);
  state->handler = g_signal_connect_object (node, signal, G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

CallboardDraftNode *
callboard_field_get_node (CallboardField *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FIELD (self), NULL);

  return get_state (self)->node;
}

void
callboard_field_set_node (CallboardField     *self,
                          CallboardDraftNode *node)
{
  State *state;

  g_return_if_fail (CALLBOARD_IS_FIELD (self));

  state = get_state (self);
  if (state->node != node)
    {
      disconnect (self, state);
      if (node != NULL)
        connect_node (self, state, node);
    }

  if (node == NULL)
    return;

  gtk_widget_set_visible (callboard_field_get_row (self), belongs (self, state));
  if (gtk_widget_get_visible (callboard_field_get_row (self)))
    show (self);
}

GtkWidget *
callboard_field_get_row (CallboardField *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_ACTION_ROW);

  g_return_val_if_fail (CALLBOARD_IS_FIELD (self), NULL);

  /* The title of an expander is one, too. */
  return row != NULL && !GTK_IS_LIST_BOX_ROW (self) && GTK_IS_LIST_BOX (gtk_widget_get_parent (row)) ? row
                                                                                               : GTK_WIDGET (self);
}

const char *
callboard_field_get_member (CallboardField *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FIELD (self), NULL);

  return get_state (self)->member;
}

CallboardField *
callboard_field_find (CallboardField     *self,
                      CallboardDraftNode *node,
                      const char         *member)
{
  CallboardFieldInterface *iface;
  const State *state;

  g_return_val_if_fail (CALLBOARD_IS_FIELD (self), NULL);

  iface = CALLBOARD_FIELD_GET_IFACE (self);
  state = get_state (self);
  if (!gtk_widget_get_visible (callboard_field_get_row (self)))
    return NULL;

  if (iface->find != NULL)
    return iface->find (self, node, member);

  return state->node == node && g_strcmp0 (state->member, member) == 0 ? self : NULL;
}

void
callboard_field_check (CallboardField     *self,
                       CallboardFormMarks *marks)
{
  CallboardFieldInterface *iface;
  const State *state;
  gboolean is_error = FALSE;
  const char *text;

  g_return_if_fail (CALLBOARD_IS_FIELD (self));

  iface = CALLBOARD_FIELD_GET_IFACE (self);
  state = get_state (self);
  text = state->node != NULL && gtk_widget_get_visible (callboard_field_get_row (self))
    ? callboard_form_marks_take (marks, state->node, state->member, &is_error)
    : NULL;
  callboard_field_mark (self, text, is_error);
  if (iface->check != NULL)
    iface->check (self, marks);
}

void
callboard_field_focus (CallboardField *self)
{
  GtkWidget *widget;

  g_return_if_fail (CALLBOARD_IS_FIELD (self));

  widget = GTK_WIDGET (self);
  while ((widget = gtk_widget_get_parent (widget)) != NULL)
    {
      if (ADW_IS_EXPANDER_ROW (widget))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
    }

  if (!gtk_widget_grab_focus (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
on_title_changed_cb (GtkAccessible     *accessible,
                     GParamSpec        *pspec,
                     AdwPreferencesRow *row)
{
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (row), -1);
}

void
callboard_field_name_by_title (GtkWidget     *row,
                               GtkAccessible *accessible)
{
  g_return_if_fail (ADW_IS_PREFERENCES_ROW (row));
  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));

  g_signal_connect_object (row, "notify::title", G_CALLBACK (on_title_changed_cb), accessible, G_CONNECT_SWAPPED);
}

gboolean
callboard_field_is_showing (CallboardField *self)
{
  const State *state = get_state (self);

  return state->showing || state->node == NULL;
}

void
callboard_field_put (CallboardField *self,
                     GVariant       *value)
{
  g_autoptr(GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;
  const State *state = get_state (self);

  g_return_if_fail (CALLBOARD_IS_FIELD (self));

  if (!callboard_field_is_showing (self))
    callboard_draft_node_set (state->node, state->member, owned);
}

void
callboard_field_put_text (CallboardField *self,
                          const char     *text)
{
  const State *state = get_state (self);

  g_return_if_fail (CALLBOARD_IS_FIELD (self));

  if (!callboard_field_is_showing (self))
    callboard_draft_node_set_text (state->node, state->member, text);
}

gboolean
callboard_field_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value)
{
  State *state = get_state (object);
  char **places[] = { NULL, &state->label, &state->member, &state->only, &state->stages };

  if (prop_id >= CALLBOARD_FIELD_N_PROPS)
    return FALSE;

  if (callboard_set_str (places[prop_id], g_value_get_string (value)) && prop_id == CALLBOARD_FIELD_PROP_LABEL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (object))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, state->label, -1);

  return TRUE;
}

gboolean
callboard_field_get_property (GObject *object,
                              guint    prop_id,
                              GValue  *value)
{
  const State *state = get_state (object);
  const char *texts[] = { NULL, state->label, state->member, state->only, state->stages };

  if (prop_id >= CALLBOARD_FIELD_N_PROPS)
    return FALSE;

  g_value_set_string (value, texts[prop_id]);

  return TRUE;
}

static void
set_property (GObject      *object,
              guint         prop_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  callboard_field_set_property (object, prop_id, value);
}

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  callboard_field_get_property (object, prop_id, value);
}

void
callboard_field_install (GObjectClass *klass)
{
  g_return_if_fail (G_IS_OBJECT_CLASS (klass));

  klass->get_property = get_property;
  klass->set_property = set_property;
  g_object_class_override_property (klass, CALLBOARD_FIELD_PROP_LABEL, "label");
  g_object_class_override_property (klass, CALLBOARD_FIELD_PROP_MEMBER, "member");
  g_object_class_override_property (klass, CALLBOARD_FIELD_PROP_ONLY, "only");
  g_object_class_override_property (klass, CALLBOARD_FIELD_PROP_STAGES, "stages");
}
