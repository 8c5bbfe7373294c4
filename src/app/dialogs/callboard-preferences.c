/* callboard-preferences.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-preferences.h"

#include "callboard-accounts-page.h"
#include "callboard-prices-page.h"
#include "callboard-receiver-page.h"
#include "callboard-rules-page.h"

struct _CallboardPreferences
{
  AdwPreferencesWindow   parent_instance;

  CallboardAccountsPage *accounts;
  CallboardPricesPage   *prices;
  CallboardReceiverPage *receiver;
  CallboardRulesPage    *rules;
};

G_DEFINE_FINAL_TYPE (CallboardPreferences, callboard_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
callboard_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_PREFERENCES);

  G_OBJECT_CLASS (callboard_preferences_parent_class)->dispose (object);
}

static void
callboard_preferences_class_init (CallboardPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_preferences_dispose;

  g_type_ensure (CALLBOARD_TYPE_ACCOUNTS_PAGE);
  g_type_ensure (CALLBOARD_TYPE_PRICES_PAGE);
  g_type_ensure (CALLBOARD_TYPE_RECEIVER_PAGE);
  g_type_ensure (CALLBOARD_TYPE_RULES_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPreferences, accounts);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreferences, prices);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreferences, receiver);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreferences, rules);
}

static void
callboard_preferences_init (CallboardPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CallboardPreferences *
callboard_preferences_new (GtkWindow      *parent,
                           CallboardStore *store)
{
  CallboardPreferences *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_PREFERENCES, "transient-for", parent, NULL);
  callboard_accounts_page_set_store (self->accounts, store);
  callboard_prices_page_set_store (self->prices, store);
  callboard_receiver_page_set_store (self->receiver, store);
  callboard_rules_page_set_store (self->rules, store);

  return self;
}

void
callboard_preferences_show_accounts (CallboardPreferences *self)
{
  g_return_if_fail (CALLBOARD_IS_PREFERENCES (self));

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (self->accounts));
}
