resource "azurerm_storage_account" "functions" {
  name                     = "clinicfunctions"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_linux_function_app" "intake" {
  name                       = "intake"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  service_plan_id            = azurerm_service_plan.clinic.id
  storage_account_name       = azurerm_storage_account.functions.name
  storage_account_access_key = azurerm_storage_account.functions.primary_access_key
  site_config {}
}

resource "azurerm_storage_account" "records" { # expect: fail
  name                     = "clinicrecords"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}
