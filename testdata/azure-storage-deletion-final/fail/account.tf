resource "azurerm_storage_account" "records" { # expect: fail
  name                     = "clinicrecords"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_storage_account" "letters" {
  name                     = "clinicletters"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  blob_properties {
    delete_retention_policy {
      days = 1 # expect: fail
    }
  }
}
