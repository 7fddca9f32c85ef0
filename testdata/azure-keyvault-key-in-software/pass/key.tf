resource "azurerm_key_vault_key" "storage" {
  name         = "storage"
  key_vault_id = azurerm_key_vault.clinic.id
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
  key_type     = "RSA-HSM"
}
