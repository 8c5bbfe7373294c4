/* callboard-import-consent.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-import-plan.h"
#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_IMPORT_CONSENT_PAGE (callboard_import_consent_page_get_type())

/* Asks whether the people agreed to get messages, and whether the campaigns of their stages shall be sent. Emits
 * "changed". */
G_DECLARE_FINAL_TYPE (CallboardImportConsentPage, callboard_import_consent_page, CALLBOARD, IMPORT_CONSENT_PAGE, GtkWidget)

/* plan lives as long as the page shows it. */
void        callboard_import_consent_page_set_plan    (CallboardImportConsentPage *self,
                                                       CallboardStore             *store,
                                                       gint64                      job,
                                                       CallboardImportPlan        *plan);
gboolean    callboard_import_consent_page_is_complete (CallboardImportConsentPage *self);
gboolean    callboard_import_consent_page_get_sends   (CallboardImportConsentPage *self);

/* (transfer full): the people to import, with their agreement. */
GPtrArray  *callboard_import_consent_page_dup_people  (CallboardImportConsentPage *self);

G_END_DECLS
