resource "azurerm_storage_account" "imaging" {
  name                       = "clinicimaging"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  account_tier               = "Standard"
  account_replication_type   = "GRS"
  https_traffic_only_enabled = false # expect: fail
}
