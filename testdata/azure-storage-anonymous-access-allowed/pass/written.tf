resource "azurerm_storage_account" "imaging" {
  name                            = "clinicimaging"
  resource_group_name             = "clinic"
  location                        = "eastus2"
  account_tier                    = "Standard"
  account_replication_type        = "GRS"
  allow_nested_items_to_be_public = false
}
