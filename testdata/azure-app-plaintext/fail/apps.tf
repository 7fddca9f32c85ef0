resource "azurerm_linux_web_app" "portal" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id
  https_only          = false # expect: fail
}

resource "azurerm_windows_function_app" "intake" { # expect: fail
  resource_group_name  = "clinic"
  location             = "eastus2"
  name                 = "clinic-intake"
  service_plan_id      = azurerm_service_plan.clinic.id
  storage_account_name = azurerm_storage_account.functions.name
}

resource "azurerm_app_service" "letters" { # expect: fail
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-letters"
  app_service_plan_id = azurerm_app_service_plan.clinic.id
}
