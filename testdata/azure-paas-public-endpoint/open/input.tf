variable "public" {}

resource "azurerm_search_service" "records" {
  name                          = "clinic-records"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  public_network_access_enabled = var.public # expect: open
}
