variable "public" {}

resource "azurerm_cosmosdb_account" "intake" {
  name                          = "clinic-intake"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  offer_type                    = "Standard"
  public_network_access_enabled = var.public # expect: open
}
