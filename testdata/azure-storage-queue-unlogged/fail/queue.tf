resource "azurerm_storage_account" "intake" {
  name                     = "clinicintake"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  queue_properties {
    logging {
      version = "1.0"
      read    = false # expect: fail
      write   = true
      delete  = true
    }
  }
}

resource "azurerm_storage_account_queue_properties" "intake" { # expect: fail
  storage_account_id = azurerm_storage_account.intake.id
}
