variable "public" {}

resource "azurerm_storage_account" "records" {
  name                          = "clinicrecords"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  account_tier                  = "Standard"
  account_replication_type      = "GRS"
  public_network_access_enabled = var.public # expect: open
}
