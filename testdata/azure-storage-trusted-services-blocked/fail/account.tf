resource "azurerm_storage_account" "records" {
  name                     = "clinicrecords"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  network_rules {
    default_action = "Deny"
    bypass         = ["None"] # expect: fail
  }
}

resource "azurerm_storage_account_network_rules" "letters" {
  storage_account_id = azurerm_storage_account.records.id
  default_action     = "Deny"
  bypass             = ["Metrics"] # expect: fail
}
