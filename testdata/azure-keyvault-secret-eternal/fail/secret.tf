variable "secret" {}

resource "azurerm_key_vault_secret" "gateway" { # expect: fail
  name         = "gateway"
  key_vault_id = azurerm_key_vault.clinic.id
  value        = var.secret
}
