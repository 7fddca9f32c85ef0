resource "azurerm_linux_web_app" "portal" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id

  site_config {
    minimum_tls_version = "1.0" # expect: fail
  }
}

resource "azurerm_app_service" "letters" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-letters"
  app_service_plan_id = azurerm_app_service_plan.clinic.id

  site_config {
    min_tls_version = "1.1" # expect: fail
  }
}

resource "azurerm_linux_function_app" "intake" {
  resource_group_name  = "clinic"
  location             = "eastus2"
  name                 = "clinic-intake"
  service_plan_id      = azurerm_service_plan.clinic.id
  storage_account_name = azurerm_storage_account.functions.name

  site_config {
    scm_minimum_tls_version = "1.1" # expect: fail
  }
}
