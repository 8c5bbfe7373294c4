-- What is asked of the provider when a template is submitted, and whether it has been asked.
ALTER TABLE whatsapp_template ADD COLUMN request TEXT;
ALTER TABLE whatsapp_template ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
