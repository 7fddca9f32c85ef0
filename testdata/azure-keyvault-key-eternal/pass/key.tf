resource "azurerm_key_vault_key" "storage" {
  name            = "storage"
  key_vault_id    = azurerm_key_vault.clinic.id
  key_type        = "RSA"
  key_size        = 3072
  key_opts        = ["wrapKey", "unwrapKey"]
  expiration_date = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_key" "sql" {
  name         = "sql"
  key_vault_id = azurerm_key_vault.clinic.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]

  rotation_policy {
    expire_after         = "P1Y"
    notify_before_expiry = "P30D"
  }
}
