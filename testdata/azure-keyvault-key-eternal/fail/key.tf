resource "azurerm_key_vault_key" "storage" { # expect: fail
  name         = "storage"
  key_vault_id = azurerm_key_vault.clinic.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
}
