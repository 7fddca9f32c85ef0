resource "azurerm_recovery_services_vault" "clinic" {
  name                = "clinic-clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Standard"
  soft_delete_enabled = false # expect: fail
}

resource "azurerm_data_protection_backup_vault" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  datastore_type      = "VaultStore"
  redundancy          = "GeoRedundant"
  soft_delete         = "Off" # expect: fail
}
