resource "azurerm_cosmosdb_account" "intake" { # expect: fail
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  offer_type          = "Standard"
}

resource "azurerm_cosmosdb_account" "claims" {
  name                = "clinic-claims"
  resource_group_name = "clinic"
  location            = "eastus2"
  offer_type          = "Standard"

  backup {
    type = "Periodic" # expect: fail
  }
}
