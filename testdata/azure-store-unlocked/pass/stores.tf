resource "azurerm_storage_account" "records" {
  name                     = "clinicrecords"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_management_lock" "records" {
  name       = "keep"
  scope      = azurerm_storage_account.records.id
  lock_level = "CanNotDelete"
}
