resource "azurerm_storage_account" "shares" {
  name                     = "clinicshares"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  share_properties {
    retention_policy {
      days = 14
    }
  }
}

resource "azurerm_storage_account" "scans" {
  name                     = "clinicscans"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  share_properties {
    retention_policy {}
  }
}
