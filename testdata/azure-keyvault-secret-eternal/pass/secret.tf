variable "secret" {}

resource "azurerm_key_vault_secret" "gateway" {
  name            = "gateway"
  key_vault_id    = azurerm_key_vault.clinic.id
  value           = var.secret
  expiration_date = "2027-06-30T00:00:00Z"
}
