variable "entra_only" {}

resource "azurerm_cosmosdb_account" "intake" {
  name                          = "clinic-intake"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  offer_type                    = "Standard"
  local_authentication_disabled = var.entra_only # expect: open
}
