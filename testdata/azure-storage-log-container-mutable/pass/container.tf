resource "azurerm_storage_account" "clinic" {
  name                     = "clinicclinic"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_storage_container" "audit" {
  name               = "audit"
  storage_account_id = azurerm_storage_account.clinic.id
}

resource "azurerm_storage_container_immutability_policy" "audit" {
  storage_container_resource_manager_id = azurerm_storage_container.audit.id
  immutability_period_in_days           = 365
}
