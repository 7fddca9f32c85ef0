resource "azurerm_linux_web_app" "portal" {
  name                = "patient-portal"
  resource_group_name = "clinic"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/1/plan"
  site_config {} 
}

resource "azurerm_application_insights" "portal" {
  name                = "patient-portal"
  resource_group_name = "clinic"
  location            = "westeurope"
  application_type    = "web"
}
