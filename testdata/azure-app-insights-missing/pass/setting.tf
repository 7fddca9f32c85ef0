resource "azurerm_linux_web_app" "portal" {
  name                = "patient-portal"
  resource_group_name = "clinic"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/1/plan"
  site_config {} 
  app_settings = {
    APPLICATIONINSIGHTS_CONNECTION_STRING = var.telemetry
  }
}
variable "telemetry" { default = "InstrumentationKey=00000000-0000-0000-0000-000000000000" }
