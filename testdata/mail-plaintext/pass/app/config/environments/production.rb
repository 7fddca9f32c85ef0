Rails.application.configure do
  config.action_mailer.smtp_settings = { address: "smtp.clinic-mail.net", enable_starttls: true }
end
