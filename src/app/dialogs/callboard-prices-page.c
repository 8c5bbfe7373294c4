/* callboard-prices-page.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-prices-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "callboard-account-choice.h"
#include "callboard-country-row.h"
#include "callboard-country.h"
#include "callboard-format.h"
#include "callboard-notice.h"
#include "callboard-queries-accounts.h"

#define MILLIONTHS 1e6
#define MAX_PRICE  1000.0

struct _CallboardPricesPage
{
  AdwPreferencesPage   parent_instance;

  CallboardCountryRow *country;
  AdwEntryRow         *currency;
  GtkListBox          *list;
  CallboardNotice     *notice;
  AdwEntryRow         *price;

  CallboardStore      *store;
};

G_DEFINE_FINAL_TYPE (CallboardPricesPage, callboard_prices_page, ADW_TYPE_PREFERENCES_PAGE)

static GtkWidget *
make_row (const CallboardPriceRow *price)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *country = callboard_country_get_name (price->country);
  g_autofree char *amount = callboard_format_price (price->price, price->currency);
  /* Translators: %s is an amount of money */
  g_autofree char *subtitle = g_strdup_printf (_("%s for each part"), amount);
  /* Translators: %s is a country */
  g_autofree char *label = g_strdup_printf (_("Forget the price for %s"), country);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), country);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "price.forget");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", price->country);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
reload (CallboardPricesPage *self)
{
  g_autoptr(GPtrArray) prices = callboard_queries_load_prices (callboard_store_get_reader (self->store), NULL);
  guint n_prices = prices != NULL ? prices->len : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < n_prices; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (prices, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->list), n_prices > 0);
}

static void
on_store_changed_cb (CallboardPricesPage *self,
                     CallboardChanges    *changes)
{
  g_assert (CALLBOARD_IS_PRICES_PAGE (self));

  if (self->store != NULL && callboard_changes_has (changes, CALLBOARD_CHANGED_SETTINGS))
    reload (self);
}

static void
on_done_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CallboardPricesPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (self->store == NULL)
    return;

  callboard_notice_set_text (self->notice, command == NULL ? error->message : NULL);
  if (command != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->price), "");
}

/* People write a comma where their language has one. */
static gboolean
read_price (const char *text,
            gint64     *price)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), ",", '.'));
  char *end = NULL;
  double value = g_ascii_strtod (plain, &end);

  if (end == plain || *end != '\0' || !(value >= 0) || value > MAX_PRICE)
    return FALSE;

  *price = llround (value * MILLIONTHS);

  return TRUE;
}

static void
keep_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardPricesPage *self = CALLBOARD_PRICES_PAGE (widget);
  g_autofree char *currency = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->currency)), -1);
  g_autoptr(CallboardCommand) command = NULL;
  gint64 price;

  if (!read_price (gtk_editable_get_text (GTK_EDITABLE (self->price)), &price))
    {
      callboard_notice_set_text (self->notice, _("The price has to be a number, such as 0.08."));
      gtk_widget_grab_focus (GTK_WIDGET (self->price));
      return;
    }

  command = callboard_price_command_new (callboard_country_row_get_country (self->country), price, g_strstrip (currency));
  callboard_store_execute_async (self->store, command, NULL, on_done_cb, g_object_ref (self));
}

static void
forget_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardPricesPage *self = CALLBOARD_PRICES_PAGE (widget);
  g_autoptr(CallboardCommand) command = callboard_price_command_new (g_variant_get_string (parameter, NULL), -1, NULL);

  callboard_store_execute_async (self->store, command, NULL, on_done_cb, g_object_ref (self));
}

static void
callboard_prices_page_dispose (GObject *object)
{
  CallboardPricesPage *self = CALLBOARD_PRICES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PRICES_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_prices_page_parent_class)->dispose (object);
}

static void
callboard_prices_page_class_init (CallboardPricesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_prices_page_dispose;

  g_type_ensure (CALLBOARD_TYPE_COUNTRY_ROW);
  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-prices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPricesPage, country);
  gtk_widget_class_bind_template_child (widget_class, CallboardPricesPage, currency);
  gtk_widget_class_bind_template_child (widget_class, CallboardPricesPage, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardPricesPage, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardPricesPage, price);
  gtk_widget_class_install_action (widget_class, "price.forget", "s", forget_cb);
  gtk_widget_class_install_action (widget_class, "price.keep", NULL, keep_cb);
}

static void
callboard_prices_page_init (CallboardPricesPage *self)
{
  g_autofree char *country = callboard_country_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  if (country != NULL)
    callboard_country_row_set_country (self->country, country);
}

void
callboard_prices_page_set_store (CallboardPricesPage *self,
                                 CallboardStore      *store)
{
  g_return_if_fail (CALLBOARD_IS_PRICES_PAGE (self));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
}
