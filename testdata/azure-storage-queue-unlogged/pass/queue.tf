resource "azurerm_storage_account" "intake" {
  name                     = "clinicintake"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_storage_account_queue_properties" "intake" {
  storage_account_id = azurerm_storage_account.intake.id

  logging {
    version = "1.0"
    read    = true
    write   = true
    delete  = true
  }
}
