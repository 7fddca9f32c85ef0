resource "azurerm_storage_account" "records" {
  name                            = "clinicrecords"
  resource_group_name             = "clinic"
  location                        = "eastus2"
  account_tier                    = "Standard"
  account_replication_type        = "GRS"
  default_to_oauth_authentication = false # expect: fail
}

resource "azurerm_storage_account" "letters" { # expect: fail
  name                     = "clinicletters"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}
