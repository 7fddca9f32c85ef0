resource "azurerm_storage_account" "clinic" {
  name                     = "clinicclinic"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_storage_container" "audit" { # expect: fail
  name               = "audit"
  storage_account_id = azurerm_storage_account.clinic.id
}
