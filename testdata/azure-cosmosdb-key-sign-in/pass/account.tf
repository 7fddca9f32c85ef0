resource "azurerm_cosmosdb_account" "intake" {
  name                          = "clinic-intake"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  offer_type                    = "Standard"
  local_authentication_disabled = true
}

resource "azurerm_cosmosdb_account" "claims" {
  name                         = "clinic-claims"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  offer_type                   = "Standard"
  local_authentication_enabled = false
}
