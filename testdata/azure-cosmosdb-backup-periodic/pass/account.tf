resource "azurerm_cosmosdb_account" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  offer_type          = "Standard"

  backup {
    type = "Continuous"
    tier = "Continuous7Days"
  }
}
