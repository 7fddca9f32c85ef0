resource "azurerm_linux_web_app" "portal" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id
  https_only          = true
}

resource "azurerm_function_app_flex_consumption" "intake" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-intake"
  service_plan_id     = azurerm_service_plan.clinic.id
  https_only          = true
}
